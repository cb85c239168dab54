"""Plain text: bytes in, characters out.  Decodes UTF-8 and UTF-16 by their marks, then UTF-8, then GB 18030."""

import codecs

from converter.errors import InputError

_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = bytes(set(range(32)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A})
_HEAD = 4096  # bytes


def decode_text(data: bytes, name: str) -> str:
    """Decode ``data``; line ends become ``\\n`` as in Python's text mode, nothing else changes.

    Raises InputError ``empty`` where there is nothing but white space and ``binary`` where it is no text.
    """
    text = _decode(data, name).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip("\ufeff \t\n\x0b\x0c\u3000"):
        raise InputError("empty", path=name)
    return text


def _decode(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    # A word processor's or an archive's file decodes as GB 18030 now and then; its control bytes tell.
    head = data[:_HEAD]
    if len(head) - len(head.translate(None, _CONTROL)) > len(head) // 100:
        raise InputError("binary", path=name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, "gb18030", name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError("binary", path=name) from error
