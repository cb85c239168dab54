"""``gongkai serve`` and ``gongkai site``: convert, then preview or build with MkDocs."""

import errno
import os
import socket
from collections.abc import Sequence
from pathlib import Path

import click

from converter.cli.building import build
from converter.cli.failing import SITE_ALL_THE_SAME
from converter.cli.folder import need_site
from converter.cli.messages import say
from converter.errors import InputError
from converter.layout import DOCS, SEEDS
from converter.site.mkdocs.correcting import READ_ONLY, may_edit
from converter.site.publisher import read_publisher

_SITE = Path("site")
_FAILED = 3
_ANY = ("0.0.0.0", "::")
# Kept for documentation (RFC 5737): asked for the way to it, the system names the address others know this machine by.
_ELSEWHERE = ("192.0.2.1", 9)


def preview(host: str, port: int, read_only: bool = False) -> int:
    """Convert, and serve the site until Ctrl-C; ``read_only``: nobody corrects on its pages.

    Raises InputError of ``need_site``, ``port_taken`` and ``no_such_host``, before anything is converted where that can be known.
    """
    need_site()
    _try(host, port)
    _convert()
    if host in _ANY and (address := _own_address()):
        click.echo(say("serving", address=f"http://{address}:{port}/"))
    else:
        click.echo(say("previewing", address=f"http://{host}:{port}/"))
    if read_only:
        os.environ[READ_ONLY] = "1"
    elif may_edit(Path.cwd(), host):
        click.echo(say("correcting", address=f"http://{host}:{port}/"))
    try:
        return _mkdocs(["serve", "--dev-addr", f"{host}:{port}"])
    except OSError as error:  # another took it while the pages were made
        if error.errno != errno.EADDRINUSE:
            raise
        raise _taken(port) from error


def make() -> int:
    """Convert, and build the site strictly; what could not be converted leaves its exit code, but stops no other report."""
    code = _convert()
    if code not in SITE_ALL_THE_SAME:
        return code
    if _mkdocs(["build", "--strict", "--site-dir", str(_SITE)]):
        click.echo(say("not_made"), err=True)
        return _FAILED
    click.echo(say("made_without" if code else "made", page=_SITE / "index.html"))
    return code


def _convert() -> int:
    need_site()
    read_publisher(Path())  # a slip in it is told in words, before MkDocs meets it
    # Pages may be all there is, where the raw reports are kept elsewhere.
    if not SEEDS.is_dir() and DOCS.is_dir():
        return 0
    return build((), force=False)


def _mkdocs(arguments: Sequence[str]) -> int:
    # Material for MkDocs prints a long notice about MkDocs 2 otherwise.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.__main__ import cli

    try:
        cli.main(list(arguments), prog_name="mkdocs", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return 0


def _try(host: str, port: int) -> None:
    """Take the address and let go of it again, as a server would."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            if os.name != "nt":  # where it lets two have the same address
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise _taken(port) from error
        raise InputError("no_such_host", host=host) from error


def _taken(port: int) -> InputError:
    return InputError("port_taken", port=port, other=max(8000, port + 1))


def _own_address() -> str:
    """The address of this machine in its network, empty where it is in none; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(_ELSEWHERE)
        except OSError:
            return ""
        return str(asked.getsockname()[0])
