"""An Atom feed (RFC 4287) of the reports of one language and of what was corrected in them, newest first.

Ids are UUIDs made of names and not addresses, so that an entry stays the same one when the site moves or learns its
address.  Links are relative to the feed where the site does not know its own address, as the RFC allows.
"""

import uuid
from collections.abc import Iterable
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
_SPACE = uuid.UUID("8f0c1f1e-0a63-4c53-9d5e-6a2c8c1b7e42")
"""The namespace of our ids: any constant does."""
_MIDNIGHT = "T00:00:00+08:00"
"""Reports tell days of China Standard Time and no hours."""


class FeedEntry(NamedTuple):
    """``name`` makes the id.  ``day`` is when it was published or corrected (ISO), ``first`` when it was published."""

    name: str
    title: str
    summary: str
    address: str
    day: str
    first: str = ""
    author: str = ""


class Feed(NamedTuple):
    """``itself`` is the feed's own absolute address, empty where it is not known; ``day`` stands in without entries."""

    name: str
    language: str
    title: str
    author: str
    home: str
    itself: str
    day: str


def atom(feed: Feed, entries: Iterable[FeedEntry]) -> bytes:
    """The feed in UTF-8.  Same feed and entries, same bytes.  All texts may stand in XML."""
    newest = sorted(entries, key=lambda one: (one.day, one.name), reverse=True)
    root = Element("feed", {"xmlns": ATOM, f"{{{_XML}}}lang": feed.language})
    _text(root, "id", _id(feed.name))
    _text(root, "title", feed.title)
    _text(root, "updated", (newest[0].day if newest else feed.day) + _MIDNIGHT)
    if feed.itself:
        SubElement(root, "link", rel="self", type="application/atom+xml", href=feed.itself)
    SubElement(root, "link", rel="alternate", type="text/html", href=feed.home)
    _text(SubElement(root, "author"), "name", feed.author)
    root.extend(_entry(one) for one in newest)
    ElementTree.indent(root, " ")
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(one: FeedEntry) -> Element:
    entry = Element("entry")
    _text(entry, "id", _id(one.name))
    _text(entry, "title", one.title)
    if one.first:
        _text(entry, "published", one.first + _MIDNIGHT)
    _text(entry, "updated", one.day + _MIDNIGHT)
    if one.author:
        _text(SubElement(entry, "author"), "name", one.author)
    SubElement(entry, "link", rel="alternate", type="text/html", href=one.address)
    _text(entry, "summary", one.summary or one.title)
    return entry


def _id(name: str) -> str:
    return uuid.uuid5(_SPACE, name).urn


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text
