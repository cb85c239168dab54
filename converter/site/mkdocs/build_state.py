"""What the plugin knows of the build that runs."""

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from converter.site.head.policy import Policy
from converter.site.mkdocs.menu import Menus
from converter.site.rendering.complaints import Complaints
from converter.site.rendering.page_shares import Later
from converter.site.rendering.progress_bar import Bar
from converter.site.rendering.workers import Alone, Workers


@dataclass
class Build:
    """What one event of a build leaves for a later one."""

    bar: Bar = field(default_factory=Bar)
    menus: Menus = field(default_factory=lambda: Menus(Navigation([], [])))
    workers: Workers = field(default_factory=Alone)
    files: Files = field(default_factory=lambda: Files([]))
    later: Sequence[Later] = ()
    years: Mapping[str, str] = field(default_factory=dict)
    policy: Policy | None = None
    complaints: Complaints = field(default_factory=Complaints)

    def close(self) -> None:
        """Nothing more is made, or heard of."""
        self.complaints.close()
        self.bar.close()
        gc.enable()

    def step(self) -> None:
        """A page is rendered, or written."""
        self.bar.step()
        # Let go of what making a page left behind, without looking again and again at all that is kept.
        gc.collect(1)
