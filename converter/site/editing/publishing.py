"""A release from the preview: the very command, and what it says."""

import os
import subprocess
import sys

_PATIENCE = 900.0  # seconds


def published(language: str) -> dict[str, object]:
    """Run ``gongkai release``, and tell whether it released and each line that it said."""
    command = [sys.executable, "-m", "converter", "release"]
    environment = os.environ | {"GONGKAI_LANG": language}
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    lines = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    return {"done": done.returncode == 0, "lines": lines}
