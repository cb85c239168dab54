"""Addresses as people read them."""

import re

_CODED = re.compile(r"(?:%[89A-F][0-9A-F])+", re.I)


def as_read(address: str) -> str:
    """``address`` with its Chinese in characters, each of which takes nine signs in the form for machines (RFC 3987)."""
    return _CODED.sub(_decoded, address) if "%" in address else address


def _decoded(coded: re.Match[str]) -> str:
    try:
        return bytes.fromhex(coded[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return coded[0]
