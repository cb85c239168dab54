"""``python -m converter`` is ``gongkai``."""

from converter.cli import main

main()
