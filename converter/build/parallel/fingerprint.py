"""Which program this is: two with the same fingerprint make the same pages of the same report."""

import hashlib
import platform
from importlib import metadata
from pathlib import Path

from converter.caching import kept

ROOT = Path(__file__).parents[2]
_SUFFIXES = (".py", ".toml", ".csv", ".json", ".md")
# The libraries that read documents; what they make of one may change with their version.
_READERS = ("beautifulsoup4", "lxml", "pypdfium2")


@kept
def fingerprint() -> str:
    """SHA-256 over the program's code and knowledge, Python's version and those of the libraries it reads with."""
    whole = hashlib.sha256(platform.python_version().encode())
    for package in _READERS:
        whole.update(f"{package} {metadata.version(package)}\n".encode())
    for file in sorted(file for file in ROOT.rglob("*") if file.suffix in _SUFFIXES):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        whole.update(f"{file.relative_to(ROOT).as_posix()} {content}\n".encode())
    return whole.hexdigest()
