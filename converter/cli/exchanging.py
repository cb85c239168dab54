"""``gongkai translate``: translations and terms in the formats of other tools, out and in."""

from collections.abc import Sequence
from pathlib import Path

import click

from converter import __version__
from converter.build.english import current_memory
from converter.build.keep import carry_out, write_file
from converter.build.memory_store import changes_of_memory
from converter.build.sharing import shared
from converter.cli.messages import say
from converter.cli.translating import reports
from converter.errors import InputError
from converter.layout import DOCS
from converter.lock import alone
from converter.translation.memory import (
    Shared,
    drafted,
    offers,
    read_memory,
    read_tmx,
    refuse_flawed,
    suggested,
    take,
    tmx,
    told,
    write_memory,
)
from converter.translation.terms import terms, terms_csv, terms_tbx


def export_po(named: Sequence[str], to: Path) -> int:
    """Write the texts of a report and their translations as PO; into a folder those of all, each as ``NAME/en.po``."""
    files = {to: named[0]} if to.suffix == ".po" else {_in_folder(to, name): name for name in named}
    for file, name in files.items():
        write_file(file, _po(name).encode("utf-8"))
        click.echo(say("exported", file=file))
    return 0


def _in_folder(folder: Path, name: str) -> Path:
    """A path whose last part is the language, as Weblate looks for it (``folder/NAME/*.po``)."""
    return folder / name / "en.po"


def _po(name: str) -> str:
    """The PO of a report for its translators, with what rules and other reports offer for a text that is missing."""
    memory = current_memory(DOCS, name)
    offered, drafts = offers(memory, shared(DOCS, name)), suggested(memory)
    pairs = zip(memory.units, drafts.units, strict=True)
    return write_memory(
        drafts, name, {draft: told(offered[unit]) for unit, draft in pairs if unit in offered}
    )


def import_po(named: Sequence[str], origin: Path) -> int:
    """Take the translations of a PO file, or of a folder of them, into the memories; the next build puts them into the pages.

    Raises InputError of ``refuse_flawed``, ``missing`` and ``broken_po``; then nothing of that file is taken.
    """
    folder = origin.is_dir()
    files = {_in_folder(origin, name): name for name in named} if folder else {origin: named[0]}
    for file, name in files.items():
        if not folder or file.exists():
            _take(file, name)
    return 0


def _take(file: Path, name: str) -> None:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError("missing", path=file) from error
    except (OSError, UnicodeError) as error:
        raise InputError("broken_po", path=file, why=error) from error
    refuse_flawed(text, str(file))
    with alone(DOCS):
        taken = take(current_memory(DOCS, name), read_memory(text, str(file)))
        carry_out(DOCS, changes_of_memory(DOCS, name, taken.memory))
    click.echo(say("imported", file=file, new=taken.new, replaced=taken.replaced, homeless=taken.homeless))


def reuse(named: Sequence[str]) -> int:
    """Enter what other reports have of the very same texts as drafts."""
    for name in named:
        _draft(name, shared(DOCS, name))
    return 0


def import_tmx(named: Sequence[str], file: Path) -> int:
    """Enter what a TMX file has of the very same texts as drafts.  Raises InputError ``missing``, ``broken_tmx``."""
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise InputError("missing", path=file) from error
    except OSError as error:
        raise InputError("broken_tmx", path=file, why=error) from error
    known = Shared(read_tmx(data, file.name))
    for name in named:
        _draft(name, known)
    return 0


def _draft(name: str, known: Shared) -> None:
    with alone(DOCS):
        memory, count = drafted(current_memory(DOCS, name), known)
        if count:
            carry_out(DOCS, changes_of_memory(DOCS, name, memory))
    click.echo(say("reused", name=name, count=count))


def export_tmx(named: Sequence[str], file: Path) -> int:
    """Write all reviewed translations as TMX."""
    write_file(file, tmx(((name, current_memory(DOCS, name)) for name in reports(named)), __version__))
    click.echo(say("exported", file=file))
    return 0


def export_terms(file: Path) -> int:
    """Write the termbase: as TBX where the file is called so, else as CSV."""
    data = terms_tbx(terms()) if file.suffix == ".tbx" else terms_csv(terms()).encode("utf-8")
    write_file(file, data)
    click.echo(say("exported", file=file))
    return 0
