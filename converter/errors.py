"""The one exception a user may meet: it carries a message key, so that the words exist in both languages."""


class InputError(Exception):
    """Something given to the program cannot be used.  ``key`` names the message in ``cli/messages.toml``."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details

    def __reduce__(self) -> tuple[object, ...]:
        # An error comes back from another process with its details in words, whatever they were made of.
        return _remade, (type(self), self.key, {name: str(detail) for name, detail in self.details.items()})


def _remade(kind: type[InputError], key: str, details: dict[str, str]) -> InputError:
    return kind(key, **details)
