"""Build the site as it is to be published."""

import os
import subprocess
import sys
from pathlib import Path

from converter.errors import InputError


def build_site(project: Path, site: Path, seconds: int) -> None:
    """Build the MkDocs project in ``project`` into ``site``, strictly, dated ``seconds`` (UTC, since 1970).

    Raises InputError ``site_failed`` with what MkDocs has to say.
    """
    # Not --quiet: it keeps warnings from being counted, and so from failing the build.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site.resolve())]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(seconds), "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if run.returncode:
        said = [line for line in run.stderr.splitlines() if not line.startswith("INFO")]
        raise InputError("site_failed", path=site, why="\n".join(said).strip())
