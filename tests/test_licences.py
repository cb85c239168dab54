"""What we ship with must let us ship: no GPL or AGPL among the run-time packages, and all are listed."""

import re
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from tests.conftest import ROOT

PINNED = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.M)
LISTED = (ROOT / "docs" / "dev" / "licences.md").read_text(encoding="utf-8")


def licence_of(package: str) -> str:
    """The licence a package's own metadata names."""
    told = metadata(package)
    classifiers = [
        c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or [] if c.startswith("License")
    ]
    # Some packages paste the whole text of their licence; its first line names it.
    written = (told.get("License-Expression") or told.get("License") or "").strip().split("\n")[0]
    return written if written not in ("", "UNKNOWN") and len(written) < 60 else "; ".join(classifiers)


@pytest.mark.parametrize("package", PINNED)
def test_its_licence_lets_us_ship_it(package: str) -> None:
    try:
        licence = licence_of(package)
    except PackageNotFoundError:
        pytest.skip(f"{package} is for other systems than this one")
    assert licence, f"{package} names no licence"
    assert not re.search(
        r"(?<!L)GPL|General Public License(?! v?\d? ?\(LGPL)", licence.replace("Lesser General", "Lesser")
    )
    assert re.search(rf"^\| {re.escape(package)} \| {re.escape(licence)} \|", LISTED, re.M), (
        f"{package}: {licence}"
    )
