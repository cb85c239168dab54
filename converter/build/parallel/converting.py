"""What does a conversion, wherever it runs; who has none to do need not load this."""

import tempfile
from pathlib import Path

from converter.build.convert import convert_raw
from converter.build.keep import lay_out
from converter.build.parallel.fingerprint import fingerprint
from converter.build.parallel.task import Task
from converter.build.seeds import Converted
from converter.errors import InputError
from converter.limits import conversion_limit


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
