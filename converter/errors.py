"""The one exception a user may meet: it carries a message key, so that the words exist in both languages."""


class InputError(Exception):
    """Something given to the program cannot be used.  ``key`` names the message in ``cli/messages.toml``."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details
