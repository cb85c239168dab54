"""What does a conversion, wherever it runs; who has none to do need not load this."""

import tempfile
from pathlib import Path

from converter.build import convert_raw
from converter.corpus.program import fingerprint
from converter.corpus.task import Task
from converter.errors import InputError
from converter.keep import lay_out
from converter.limits import conversion_limit
from converter.seeds import Converted


def work(task: Task, force: bool, program: str) -> Converted:
    """Do a task.  Raises InputError of ``convert_raw``, ``other_program`` where the caller is another program than this."""
    if fingerprint() != program:
        raise InputError("other_program")
    with tempfile.TemporaryDirectory() as folder:
        lay_out(Path(folder), task.files)
        try:
            with conversion_limit(task.raw.shown_as):
                return convert_raw(task.raw, Path(folder), force)
        except InputError as error:
            told = {key: str(detail).replace(folder, task.docs) for key, detail in error.details.items()}
            raise type(error)(error.key, **told) from error
