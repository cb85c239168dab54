"""Build the site as it is to be published."""

import os
import subprocess
import sys
from pathlib import Path

from converter.errors import InputError

SETTING = "GONGKAI_PDF"
"""The environment variable by which the pages of a site come to offer PDFs."""


def build_site(project: Path, site: Path, seconds: int, pdf: bool = False) -> None:
    """Build the MkDocs project in ``project`` into ``site``, strictly, dated ``seconds`` (UTC, since 1970).

    With ``pdf`` its pages offer the PDFs that have to be printed then.  Raises InputError ``site_failed`` with what MkDocs has to say.
    """
    # Not --quiet: it keeps warnings from being counted, and so from failing the build.
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--clean",
        "--strict",
        "--site-dir",
        str(site.resolve()),
    ]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(seconds), "NO_MKDOCS_2_WARNING": "1"}
    environment[SETTING] = "1" if pdf else ""
    run = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if run.returncode:
        said = [line for line in run.stderr.splitlines() if not line.startswith("INFO")]
        raise InputError("site_failed", path=site, why="\n".join(said).strip())
