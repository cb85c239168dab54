"""A build makes anew only what changed since the last one, in a preview as for publishing, and takes over the rest."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from converter.site.files.remembered import Remembered
from converter.site.rendering.complaints import Complained, Complaints
from converter.site.rendering.kept_site import Group, Place, Record
from converter.site.rendering.page_shares import Anchors, Shared
from converter.site.rendering.progress_bar import Bar
from converter.site.rendering.search_index import Index
from converter.site.rendering.unchanged import Checksums, Made, checksum_of, groups_in, made_of, surroundings
from converter.site.rendering.workers import Workers

_LOG = logging.getLogger("mkdocs.gongkai")


class Again:
    """What the last build was made of and what of it stays, from the first event of a build to its last."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._sums, self._around = Checksums(), ""
        self._record: Record | None = None
        self._now: Made | None = None
        self._remembered: Remembered | None = None
        self._kept: Mapping[str, Group] = {}

    def begin(self, *, anew: bool = False) -> None:
        """A build begins; ``anew`` if it is to make everything."""
        record = self.place.begin()
        self._record = None if anew else record
        self._now, self._kept = None, {}

    def give_up(self) -> None:
        """The build failed: what the one before it made stays, if it was put aside."""
        self.place.give_up()

    def remembered(self, config: MkDocsConfig) -> Remembered:
        """What builds worked out of reports."""
        self._around = surroundings(config, self._sums)
        self._remembered = Remembered(self.place.known, self._around, self._sums)
        return self._remembered

    def keep(self, files: Shared, config: MkDocsConfig, lines: Mapping[str, str], command: str) -> None:
        """Bring back what need not be made again; ``lines`` are what pages get below their titles, by path."""
        if not self.place.keeps:
            return
        self._now = made_of(files, Path(config.docs_dir), (command, self._around), lines, self._sums)
        own = groups_in(files)
        same = self._unchanged({name: {file.dest_uri for file in of} for name, of in own.items()})
        self._kept = {name: group for name, group in same.items() if self.place.bring_back(name, group)}
        files.kept = frozenset(file.src_uri for name in self._kept for file in own[name])
        files.before = tuple(anchors for group in self._kept.values() for anchors in group.anchors)
        if files.kept:
            pages = sum(file.is_documentation_page() for name in self._kept for file in own[name])
            _LOG.info("%s pages are as they were. %s 个网页没有变化。", pages, pages)

    def end(
        self, files: Shared, config: MkDocsConfig, workers: Workers, complaints: Complaints, bar: Bar
    ) -> None:
        """All pages are written: write the search index beside them, each process of its own pages, and keep what can be kept."""
        site, index = Path(config.site_dir), Index(self.place.parts, self._around, self.place.last_index())
        written = workers.written(index.collect(site, files), files, config)
        # All is counted, and what has a thread is not shared out among processes.
        bar.close()
        index.write(site, written.made, self.place.keeps)
        if self._remembered:
            self._remembered.close()
        if self._now is not None:
            self._keep_for_next(self._now, files, written.anchors, complaints.heard)

    def _keep_for_next(
        self, now: Made, files: Shared, anchors: Iterable[Anchors], complained: Complained
    ) -> None:
        # What was said of a page has to be said again.
        if complained.unknown:
            return
        by_path = {told.path: told for told in anchors}
        made = {
            name: Group(
                now.groups[name],
                {file.dest_uri: checksum_of(file) for file in own},
                tuple(by_path[file.src_uri] for file in own if file.src_uri in by_path),
            )
            for name, own in groups_in(files).items()
            if name not in self._kept and complained.pages.isdisjoint(file.src_uri for file in own)
        }
        self.place.end(Record(now.shared, {**self._kept, **made}), made)

    def _unchanged(self, addresses: Mapping[str, set[str]]) -> Mapping[str, Group]:
        before, now = self._record, self._now
        if before is None or now is None or before.shared != now.shared:
            return {}
        return {
            name: group
            for name, group in before.groups.items()
            # Nothing is written but what this build would write.
            if now.groups.get(name) == group.rests_on and group.files.keys() == addresses[name]
        }
