"""What ``gongkai check`` says of who publishes the site."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from converter.cli.messages import language
from converter.site.publisher import problems, read_publisher


def wrong_with_publisher(days: Mapping[str, date | None]) -> list[str]:
    """Everything wrong with ``publisher.toml`` and with what its profile asks of the reports, in the reader's language.

    ``days`` are the dates of publication by the path of the raw report.
    """
    return [one.zh if language() == "zh" else one.en for one in problems(read_publisher(Path()), days)]
