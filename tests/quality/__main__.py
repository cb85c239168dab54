"""Pin what is reached now: ``python -m tests.quality``, and where that is less than before ``--lower "why"`` as well."""

import argparse
import sys

from tests.quality.floor import LoweredError, pinned, write
from tests.quality.score import measured


def main() -> int:
    """Show each share beside its floor and pin it; say no where one is lower and no reason is given."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("--lower", metavar="WHY", help="pin lower shares too, for this reason")
    why = parser.parse_args().lower
    reached, floor = measured(), pinned()[-1].shares if pinned() else {}
    for what, share in reached.items():
        print(f"{what:20} {share!s:>7} {float(share):.3f}   pinned {floor.get(what, '-')!s}")
    try:
        write(reached, why)
    except LoweredError as error:
        print(f"lower than pinned: {error}. Mend it, or say why with --lower.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
