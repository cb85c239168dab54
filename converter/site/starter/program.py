"""How another machine installs the program that runs here."""

import json
from importlib.metadata import PackageNotFoundError, distribution

from converter import __version__

_NAME = "gongkai"


def program() -> str:
    """A line of requirements for this very program: from the repository it was installed from, else by its version."""
    try:
        origin = json.loads(distribution(_NAME).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        origin = {}
    return _requirement(origin)


def _requirement(origin: object) -> str:
    """The requirement for what was installed from ``origin`` (PEP 610).  A path of this machine means nothing to others."""
    match origin:
        case {"url": str(url), "vcs_info": {"vcs": str(vcs), "commit_id": str(commit)}} if "://" in url:
            if not url.startswith("file:"):
                return f"{_NAME} @ {vcs}+{url}@{commit}"
    return f"{_NAME}=={__version__}"
