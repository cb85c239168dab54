"""Word files for tests, made of the XML of a case: ``word_file("<w:p>…</w:p>", numbering="…")``."""

import io
import zipfile

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def listed(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph of a list."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, place)


def level(at: int, number_format: str, text: str, more: str = "") -> str:
    """A level of a list's definition."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def word_file(body: str, **parts: str) -> bytes:
    """A whole file with ``body`` and further parts, by their names (``styles``, ``numbering``, ``footnotes``)."""
    names = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        archive.writestr("word/_rels/document.xml.rels", _relations({key: f"{key}.xml" for key in parts}))
        archive.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        for key, xml in parts.items():
            archive.writestr(f"word/{key}.xml", f"<w:{names[key]} {_NAMES}>{xml}</w:{names[key]}>")
    return target.getvalue()


def _relations(targets: dict[str, str]) -> str:
    entries = (
        f'<Relationship Id="r{place}" Type="{_TYPE}/{key}" Target="{target}"/>'
        for place, (key, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(entries)}</Relationships>'
