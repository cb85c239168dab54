"""What a page of the preview gets besides, on its way to the browser: nothing of it is ever written to a file."""

import json
import re
from collections.abc import Mapping

from converter.site.editing.guard import PREFIX

# What MkDocs adds, which the policy of our pages forbids as it must; our own script does the same.
_RELOADING = re.compile(rb"<script>\s*var livereload = .*?livereload\(\d+, \d+\);\s*</script>", re.S)
_END = b"</head>"


def with_editing(html: bytes, mount: str, told: Mapping[str, object]) -> bytes:
    """A page with the style and the script of the editing, and what they have to know of the page."""
    head = (
        f'<link rel="stylesheet" href="{mount}{PREFIX}assets/edit.css">'
        f'<script id="gongkai-editing" type="application/json">{_json(told)}</script>'
        f'<script src="{mount}{PREFIX}assets/drafts.js" defer></script>'
        f'<script src="{mount}{PREFIX}assets/edit.js" defer></script>'
    )
    return _RELOADING.sub(b"", html, count=1).replace(_END, head.encode() + _END, 1)


def _json(told: Mapping[str, object]) -> str:
    # In a page "<" could end the element it stands in.
    return json.dumps(told, ensure_ascii=True).replace("<", "\\u003c")
