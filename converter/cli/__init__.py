"""The way in for people: ``gongkai build``, ``show``, ``check``."""

from converter.cli.main import main

__all__ = ["main"]
