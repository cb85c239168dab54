"""Ask the OSV advisory service about every package of a lock file: ``python .ci/audit.py requirements-dev.lock``.

Exit code 1 where a known vulnerability is found or the lock file cannot be read.  Where the service cannot be reached
nothing is known: that is said, and is no failure.  ``PIP_AUDIT_OSV_URL`` names another address of the service.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

AUDIT = ("pip-audit", "--vulnerability-service", "osv", "--disable-pip", "--require-hashes")
OPTIONS = ("--format", "json", "--desc", "off", "--progress-spinner", "off", "--timeout", "20")
# pip-audit ends with 1 for a finding, for a lock file it cannot read and for a service that does not answer; only the
# first prints JSON, and only the last ends with one of these.
_NO_ANSWER = ("requests.exceptions.", "ServiceError", "ConnectionError", "Could not connect")


class Outcome(NamedTuple):
    """The exit code and what to say."""

    code: int
    lines: tuple[str, ...]


def command(lock: Path) -> list[str]:
    """How to ask: pip-audit of the environment this runs in, else the one on the path."""
    beside = Path(sys.executable).with_name(AUDIT[0])
    program = str(beside) if beside.exists() else AUDIT[0]
    return [program, *AUDIT[1:], *OPTIONS, "--requirement", str(lock)]


def outcome(printed: str, complained: str) -> Outcome:
    """What pip-audit's answer means."""
    if answer := _json(printed):
        found = tuple(_found(answer))
        asked = sum("vulns" in package for package in answer["dependencies"])
        return Outcome(
            int(bool(found)), (*found, f"{asked} packages audited 已审计; {len(found)} vulnerable 有漏洞")
        )
    last = complained.strip().rpartition("\n")[2]
    if any(sign in last for sign in _NO_ANSWER):
        return Outcome(
            0, ("not audited: the advisory service could not be reached 未审计：无法连接漏洞通报服务", last)
        )
    return Outcome(1, ("not audited 未审计:", complained.strip()))


def _json(printed: str) -> dict[str, list[dict[str, Any]]]:
    try:
        return dict(json.loads(printed))
    except ValueError:
        return {}


def _found(answer: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    for package in answer["dependencies"]:
        for told in package.get("vulns", []):
            mended = ", ".join(told["fix_versions"]) or "none yet 暂无"
            yield f"{package['name']} {package['version']}: {told['id']}; mended in 修复版本: {mended}"


def main(lock: Path) -> int:
    """Audit ``lock`` and say what was found; return the exit code."""
    run = subprocess.run(command(lock), capture_output=True, text=True, check=False)
    code, lines = outcome(run.stdout, run.stderr)
    print(*lines, sep="\n", file=sys.stderr if code else sys.stdout)
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
