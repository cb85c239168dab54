"""A release from the preview: the very command, and what it says."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import asdict

from converter.data.doubts import listed_doubts
from converter.site.editing.blocked import Line, in_the_way
from converter.site.editing.render import words
from converter.site.editing.work import reports
from converter.site.publisher import read_publisher

_PATIENCE = 900.0  # seconds


def published(language: str) -> dict[str, object]:
    """Run ``gongkai release``, and tell whether it released, what it said, and apart from that what blocks nothing."""
    done = _released(language)
    there = dict(reports())
    doubts = [(one.report, one.id) for one in listed_doubts(there.items())]
    is_done = done.returncode == 0
    said = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    lines = in_the_way(said, doubts, {name: one.title or name for name, one in there.items()})
    if not is_done:
        lines = lines[:-1] if len(lines) > 1 or doubts else lines  # the last one only counts them
    known = words(language)["work"]
    blocks = read_publisher(Path()).doubts == "stop" and bool(doubts)
    told: Sequence[Line] = (
        (Line(known["doubts_block"].format(count=len(doubts)), "#doubts"),) if blocks else ()
    )
    beside = known["doubts_beside"].format(count=len(doubts)) if doubts and not blocks else ""
    return {"done": is_done, "lines": [asdict(one) for one in (*told, *lines)], "beside": beside}


def _released(language: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "converter", "release"],
        env=os.environ | {"GONGKAI_LANG": language},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
