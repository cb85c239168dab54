"""What a site may set for the plugin in its ``mkdocs.yml``, checked by MkDocs."""

from mkdocs.config import config_options
from mkdocs.config.base import Config


class English(Config):  # type: ignore[no-untyped-call]  # MkDocs' own
    """What the site says of itself in English; what is not given is said as in Chinese."""

    site_name = config_options.Optional(config_options.Type(str))
    site_description = config_options.Optional(config_options.Type(str))
    copyright = config_options.Optional(config_options.Type(str))

    def said(self) -> dict[str, str]:
        """What is given, by field."""
        return {field: value for field, value in self.items() if value}


class Options(Config):  # type: ignore[no-untyped-call]
    """The options of ``gongkai`` in ``plugins``."""

    english = config_options.SubConfig(English)
    convert = config_options.Type(bool, default=True)
    """Whether a preview converts what changes in ``seeds/``."""
