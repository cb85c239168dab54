"""What ``gongkai check`` says of who publishes the site."""

from collections.abc import Iterable
from pathlib import Path

from converter.cli.messages import language
from converter.model import Report
from converter.publisher import problems, read_publisher


def wrong_with_publisher(reports: Iterable[Report]) -> list[str]:
    """Everything wrong with ``publisher.toml`` and with what its profile asks of the reports, in the reader's language."""
    days = {report.source.path: report.published for report in reports}
    return [one.zh if language() == "zh" else one.en for one in problems(read_publisher(Path()), days)]
