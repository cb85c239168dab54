"""Where a link may lead: to a page of the site, to the web, to a mailbox."""

import html
import re

from converter.text.markup.allowed import allowed

# Browsers leave out line breaks, tabs and what stands around an address; everything unseen is left out here.
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)


def is_safe(address: str) -> bool:
    """True for an address without a scheme, which leads to the site itself or to the web, and for one with a known scheme."""
    scheme = _SCHEME.match(_UNSEEN.sub("", html.unescape(address)))
    return scheme is None or scheme[1].lower() in allowed().schemes
