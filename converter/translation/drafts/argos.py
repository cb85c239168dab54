"""Argos Translate as a translator: on this machine, without a network, if somebody has installed it."""

import importlib
from collections.abc import Sequence
from typing import Any

from converter.errors import InputError
from converter.translation.drafts.port import AnswerError, Translator


def argos_translator() -> Translator:
    """The translator from Chinese to English that Argos Translate has on this machine.

    Raises InputError ``argos_missing`` without the package, ``argos_no_model`` without its model of the two languages.
    """
    try:
        package: Any = importlib.import_module("argostranslate.translate")
    except ImportError as error:
        raise InputError("argos_missing", why=error) from error
    languages = {language.code: language for language in package.get_installed_languages()}
    pair = languages["zh"].get_translation(languages["en"]) if {"zh", "en"} <= languages.keys() else None
    if pair is None:
        raise InputError("argos_no_model")

    def translate(texts: Sequence[str]) -> Sequence[str]:
        try:
            return [pair.translate(text) for text in texts]
        except (RuntimeError, ValueError, OSError) as error:
            raise AnswerError(str(error)) from error

    return Translator(translate)
