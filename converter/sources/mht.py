"""Web pages saved as one file (MHT, MHTML): a message whose first part of HTML is the page, the others what it shows.

Nothing but that part is read: pictures, styles and frames that were saved with it are no text of a report.
"""

import hashlib
from codecs import BOM_UTF8
from email import message_from_bytes
from email.message import Message

from msgspec.structs import replace

from converter.errors import InputError
from converter.model import Source
from converter.sources.html import read_html


def read_mht(data: bytes, name: str) -> Source:
    """Read the page in a saved message.  The checksum is of the whole file.

    Raises InputError ``damaged`` where no page is in it, and those of ``read_html``.
    """
    try:
        page = next(part for part in message_from_bytes(data).walk() if _is_page(part))
    except (StopIteration, RecursionError) as error:
        raise InputError("damaged", path=name) from error
    return replace(read_html(_bytes(page), name), sha256=hashlib.sha256(data).hexdigest())


def _is_page(part: Message) -> bool:
    return part.get_content_type() == "text/html" and not part.is_multipart()


def _bytes(page: Message) -> bytes:
    """The bytes of the page; what encodes them is said above them sooner than in them."""
    payload = page.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return BOM_UTF8 + data.decode(page.get_content_charset(failobj="")).encode()
    except (LookupError, ValueError):  # not said, or not so
        return data
