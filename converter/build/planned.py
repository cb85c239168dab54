"""What a build of some reports, or of all, would do: planned as by a build, with nothing written."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from converter.build.alike import Alike
from converter.build.home import Home, plan_home
from converter.build.keep import Change
from converter.build.parallel import local, outcomes
from converter.build.renamed import Renamed, find_renamed
from converter.build.seeds import Converted, Refused, Seeds
from converter.build.withdrawn import Withdrawn, find_withdrawn


class Planned(Struct, frozen=True):
    """What a build would do, and the files it would refuse."""

    converted: Sequence[Converted]
    refused: Sequence[Refused]
    renamed: Sequence[Renamed]
    withdrawn: Sequence[Withdrawn]
    changes: Sequence[Change]
    alike: Sequence[Alike] = ()

    @property
    def different(self) -> list[Change]:
        """The changes that change a file."""
        return [c for c in self.changes if c.text != c.before and c.action not in ("deleted", "retired_kept")]

    @property
    def in_conflict(self) -> list[Change]:
        """The pages that a person has to settle."""
        return [change for change in self.changes if change.conflicts]


def planned_build(seeds: Seeds, docs: Path, whole: bool, recalling: bool = True) -> Planned:
    """Plan a build of ``seeds``; ``whole``: they are all there are, so that reports without one are withdrawn.

    What people changed is only in the texts, which are not made where nothing would be written: without ``recalling``
    they are.  Raises InputError of ``plan_home``.
    """
    converted, refused = list[Converted](), list(seeds.refused)
    with closing(outcomes(seeds.paths, docs, False, local(len(seeds.paths)), recalling)) as found:
        for outcome in found:
            try:
                converted.append(outcome.result())
            except Exception as error:  # whatever it is, the other files have nothing to do with it
                refused.append(Refused(outcome.path, error))
    withdrawn = find_withdrawn(docs, seeds.names) if whole else []
    home = plan_home(docs, converted, [one.name for one in withdrawn]) if converted else Home()
    refused += home.refused
    planned = [*(one.changes for one in converted), *(one.changes for one in withdrawn), home.changes]
    changes = [change for each in planned for change in each]
    return Planned(converted, refused, find_renamed(docs, seeds.paths), withdrawn, changes, home.alike)
