"""The whole site in one file, for people without a server: unpack it and open index.html."""

import io
import time
import zipfile
from pathlib import Path

from converter.release.manifest import paths_of

NAME = "gongkai-site"
_FIRST_DATE = 315_532_800  # 1980-01-01: a zip file knows no earlier date
_LAST_DATE = 4_354_819_198  # 2107-12-31: and no later one
_READABLE_FILE = 0o100644 << 16


def archive(site: Path, seconds: int) -> bytes:
    """A zip file of ``site`` below one folder, all files dated ``seconds`` (UTC, since 1970).  Same site, same bytes."""
    date = time.gmtime(min(max(seconds, _FIRST_DATE), _LAST_DATE))[:6]
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        for path in paths_of(site):
            entry = zipfile.ZipInfo(f"{NAME}/{path}", date)
            entry.create_system, entry.external_attr = 3, _READABLE_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, (site / path).read_bytes(), compresslevel=9)
    return whole.getvalue()
