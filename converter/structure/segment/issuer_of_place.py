"""The body of a report whose place is known, where no line or sentence names that body whole."""

import re

from converter.structure.segment.issuer import OPENING, Issuer
from converter.structure.segment.issuer_words import ISSUER
from converter.structure.segment.place_names import BELOW_COUNTY
from converter.text.fold import fold
from converter.text.numerals import signs

_BEGINNING = 1500  # characters of a text in which a town calls its own body by its name


def issuer_of_place(
    found: Issuer | None, opening: str, text: str, region: str | None, *, is_named: bool
) -> Issuer | None:
    """The issuer as it was found, where that is sure; else the government that speaks for ``region`` by its level alone,
    what was found, or the body of a town that its text names.

    Where a speaker says the level it is as sure as the place, else it is not.
    """
    # The office of a government puts up what that government says.
    if not region or (found and found.sure and not re.search(ISSUER.load().sources.puts_up, found.name)):
        return found
    if level := _of_level(opening, region):
        return Issuer(level, sure=is_named)
    if found:
        return found
    body = _acting(opening, region) or _of_town(text[:_BEGINNING], region)
    return Issuer(body, sure=False) if body else None


def _acting(opening: str, region: str) -> str | None:
    """2023年,省政府坚持… in the report of a province."""
    rules = ISSUER.load().sources
    acted = re.search(rf"(?:^|[,。\n] ?)({rules.level})(?:人民)?政府(?={rules.acts})", opening[:OPENING])
    told = acted and fold(region).endswith(acted[1]) and re.search(rules.told, opening)
    return f"{region}人民政府" if told else None


def _of_level(opening: str, region: str) -> str | None:
    """我代表县人民政府 in the report of a county."""
    rules = ISSUER.load().sources
    level = rf"({rules.level})({rules.of_level})"
    spoken = re.search(f"{rules.speaker}{level}", opening) or re.search(
        f"{rules.charged}{level}(?={rules.charged_behind})", opening
    )
    if spoken and fold(region).endswith(spoken[1]):
        return f"{region}{spoken[2]}"
    # 我代表甲区第一届人民政府
    term = f"{rules.speaker}{re.escape(region)}第?[{signs('chinese')}]+届(人民政府)"
    if of_term := re.search(term, opening):
        return f"{region}{of_term[1]}"
    # The office of a province speaks for a league or a prefecture.
    of_office = re.search(f"{rules.speaker}(行政公署|行署)", opening)
    return f"{region}{of_office[1]}" if of_office and region.endswith(("盟", "地区")) else None


def _of_town(text: str, region: str) -> str | None:
    """The town's body as its text names it, else the town itself where it is said to report."""
    rules = ISSUER.load().sources
    if not region.endswith(BELOW_COUNTY):
        return None
    name = re.escape(region)
    named = re.search(f"{name}{rules.town}", text) or re.search(f"{name}(?={rules.town_reports})", text)
    return named[0] if named else None
