"""Machine help for translators: a first draft of what is missing, never a word for a person's.

Everything else works without it.  What comes back is untrusted: it enters as plain text, as a draft, and only where
its numbers are those of the Chinese.
"""

from converter.translation.drafts.argos import argos_translator
from converter.translation.drafts.drafts import Draft, Refusal, batches, drafts, entered, for_machines
from converter.translation.drafts.openai import Endpoint, chat_translator
from converter.translation.drafts.port import AnswerError, Mend, Translate, Translator

__all__ = [
    "AnswerError",
    "Draft",
    "Endpoint",
    "Mend",
    "Refusal",
    "Translate",
    "Translator",
    "argos_translator",
    "batches",
    "chat_translator",
    "drafts",
    "entered",
    "for_machines",
]  # fmt: skip
