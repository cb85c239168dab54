"""A Content-Security-Policy for each page: scripts of the site itself, and the few inline ones by their hash.

What a report's text says can then not run even if it should ever reach a page as mark-up.
"""

import base64
import hashlib
import re

_INLINE = re.compile(r"<script(?P<attributes>(?:\s[^>]*)?)>(?P<code>.*?)</script>", re.S)
_HEAD = re.compile(r"<head>")
# A page opened from a folder has no origin, so 'self' does not cover the files beside it; file: does, and means
# nothing on a server.
_RULES = (
    "default-src 'none'",
    "script-src 'self' file: {hashes}",
    "style-src 'self' file:",
    "img-src 'self' file: data:",
    "font-src 'self' file:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


def with_policy(html: str) -> str:
    """The page with its policy as the first thing in its head, before any script can run."""
    hashes = " ".join(dict.fromkeys(_hash(match["code"]) for match in _INLINE.finditer(html) if _runs(match)))
    content = "; ".join(_RULES).format(hashes=hashes)
    meta = f'<head>\n    <meta http-equiv="Content-Security-Policy" content="{content}">'
    return _HEAD.sub(lambda _: meta, html, count=1)


def _runs(match: re.Match[str]) -> bool:
    return "src=" not in match["attributes"] and "json" not in match["attributes"]


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode('utf-8')).digest()).decode('ascii')}'"
