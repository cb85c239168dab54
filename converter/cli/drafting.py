"""``gongkai translate --machine``: drafts of what is missing, written batch by batch so that nothing done is lost."""

import os
from collections.abc import Iterator, Sequence
from typing import Literal

import click

from converter.build.english import current_memory
from converter.build.keep import carry_out
from converter.build.memory_store import changes_of_memory, load_memory
from converter.cli.messages import language, say
from converter.cli.translating import reports
from converter.data import read_report
from converter.layout import DOCS, data_path, memory_path, page_path
from converter.lock import alone
from converter.translation.drafts import (
    Draft,
    Endpoint,
    Refusal,
    Translator,
    argos_translator,
    batches,
    chat_translator,
    drafts,
    entered,
    for_machines,
)
from converter.translation.memory import Unit
from converter.translation.numbers import explain as explain_number
from converter.translation.terms import explain as explain_term

Machine = Literal["openai", "argos"]
KEY = "GONGKAI_TRANSLATOR_KEY"


def draft(name: str, machine: Machine, url: str, model: str) -> int:
    """Draft what is missing of a report's English; return 1 where a text was refused, else 0.

    What a machine answered is written after each batch, also where the rest is broken off.
    """
    translator, where = _translator(machine, url, model)
    units, others = for_machines(current_memory(DOCS, name), _named(name))
    for unit in others:
        click.echo(say("machine_person", where=_where(name, unit), zh=unit.zh), err=True)
    if not units:
        click.echo(say("machine_nothing", name=name))
        return 0
    click.echo(say("machine_asks", name=name, count=len(units), where=where), err=True)
    made: list[Draft | Refusal] = []
    try:
        for batch in batches(units):
            _batch(name, batch, translator, made)
            click.echo(say("machine_progress", done=len(made), count=len(units)), err=True)
    finally:
        kept = sum(isinstance(one, Draft) for one in made)
        refused = len(made) - kept
        click.echo(say("machine_done", name=name, kept=kept, refused=refused, left=len(units) - len(made)))
    return int(refused > 0)


def _translator(machine: Machine, url: str, model: str) -> tuple[Translator, str]:
    if machine == "argos":
        return argos_translator(), "Argos Translate"
    endpoint = Endpoint(url, model, os.environ.get(KEY, ""))
    return chat_translator(
        endpoint, [load_memory(DOCS, name) for name in reports(())]
    ), f"{endpoint.url} ({model})"


def _batch(name: str, units: Sequence[Unit], translator: Translator, made: list[Draft | Refusal]) -> None:
    """Add to ``made`` what becomes of ``units``, and write the drafts among it whatever happens."""
    before = len(made)
    try:
        for one in drafts(units, translator, _year(name)):
            made.append(one)
            for line in _told(name, one):
                click.echo(line, err=True)
    finally:
        with alone(DOCS):
            memory = entered(current_memory(DOCS, name), (o for o in made[before:] if isinstance(o, Draft)))
            carry_out(DOCS, changes_of_memory(DOCS, name, memory))


def _told(name: str, one: Draft | Refusal) -> Iterator[str]:
    where, zh = _where(name, one.unit), one.unit.zh
    if isinstance(one, Draft):
        what = (explain_term(breach, language()) for breach in one.breaches)
        yield from (say("doubt_translation", where=where, what=w, zh=zh, en=one.unit.en) for w in what)
    elif one.why == "number":
        numbers = (explain_number(d, "zh" if language() == "zh" else "en") for d in one.differences)
        yield say("machine_number", where=where, what=" ".join(numbers), zh=zh, en=one.english)
    elif one.why == "terms":
        breaches = (explain_term(breach, language()) for breach in one.breaches)
        yield say("machine_terms", where=where, what=" ".join(breaches), zh=zh, en=one.english)
    elif one.why == "short":
        yield say("machine_short", where=where, zh=zh, en=one.english)
    elif one.why == "foreign":
        yield say("machine_foreign", where=where, zh=zh, en=one.english)
    else:
        yield say("machine_answer", where=where, zh=zh)


def _where(name: str, unit: Unit) -> str:
    return (
        f"{DOCS}/{page_path(name, unit.page, 'en')}#{unit.key}"
        if unit.key
        else f"{DOCS}/{memory_path(name)} ({unit.page})"
    )


def _year(name: str) -> int | None:
    return read_report(DOCS / data_path(name)).report_year


def _named(name: str) -> set[str]:
    """The names of figures that the dictionary has in English, as each of them has a code."""
    return {figure.indicator for figure in read_report(DOCS / data_path(name)).observations if figure.code}
