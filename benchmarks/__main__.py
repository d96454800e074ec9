"""The command: `python -m benchmarks`, or `make bench`."""

import argparse
import json
import os
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from benchmarks.machine import installed, machine, version
from benchmarks.report import write_report
from benchmarks.runs.hotspots import hotspots
from benchmarks.runs.measure import RunFailed
from benchmarks.runs.scenarios import COLD, SCENARIOS
from benchmarks.runs.suite import NotTheSame, Plan, prepare, time_all
from benchmarks.tools.known import OURS, TOOLS
from benchmarks.tools.tool import HERE

_DEFAULT_SIZE: Final = 10_000
_LOOK: Final = 5.0
"""For how many seconds is looked whether the machine is at rest."""


def main() -> None:
    """Run the suite and write the results."""
    chosen = _arguments()
    plan = Plan(
        size=chosen.size,
        repetitions=chosen.repetitions,
        tools=[TOOLS[name] for name in chosen.tools],
        scenarios=[one for one in SCENARIOS if one is COLD or one.name in chosen.scenarios],
        folder=chosen.work / str(chosen.size),
        verify=chosen.verify,
    )
    missing = [tool.name for tool in plan.tools if not installed(tool)]
    if missing:
        sys.exit(f"not installed: {', '.join(missing)}; run `sh benchmarks/install.sh`")
    try:
        _save(_run(plan, profile=chosen.profile), chosen.into)
    except (NotTheSame, RunFailed) as error:
        sys.exit(str(error))


def _run(plan: Plan, *, profile: bool) -> dict[str, Any]:
    load = _busy_cores()
    prepare(plan, _tell)
    taken = time_all(plan, _tell)
    ours = [tool for tool in plan.tools if tool.name in OURS and profile]
    return {
        "size": plan.size,
        "date": datetime.now(UTC).date().isoformat(),
        "repetitions": plan.repetitions,
        "load": load,
        "machine": machine(plan.folder),
        "versions": {tool.name: version(tool) for tool in plan.tools},
        "tools": {name: asdict(found) for name, found in taken.items()},
        "profile": {one.name: hotspots(one, plan.folder / one.name) for one in ours},
    }


def _busy_cores() -> float:
    """Tell how many cores are at work while this process waits."""
    before = _at_work()
    time.sleep(_LOOK)
    return (_at_work() - before) / _LOOK


def _at_work() -> float:
    """Give the seconds that all cores together have been at work since the machine began."""
    first = Path("/proc/stat").read_text(encoding="utf-8").splitlines()[0]
    user, nice, system = (int(one) for one in first.split()[1:4])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK")


def _save(data: dict[str, Any], folder: Path) -> None:
    results = folder / "results"
    results.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, indent=1)
    (results / f"{data['size']}.json").write_text(f"{text}\n", encoding="utf-8")
    write_report(folder)
    _tell(f"written: {folder / 'RESULTS.md'}")


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--size", type=int, default=_DEFAULT_SIZE, help="how many briefings (%(default)s)")
    add("--repetitions", type=int, default=3, help="how often (%(default)s)")
    add("--tools", type=_names, default=[*TOOLS], help=f"of {','.join(TOOLS)}; all if left out")
    add(
        "--scenarios",
        type=_names,
        default=[one.name for one in SCENARIOS],
        help=f"of {','.join(one.name for one in SCENARIOS)}; cold is always run",
    )
    add(
        "--verify",
        action="store_true",
        help="compare each build of ours with one that uses nothing kept",
    )
    add(
        "--profile",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="tell where our own time goes",
    )
    add("--work", type=Path, default=HERE / ".work", help="where the books and sites are written")
    add("--into", type=Path, default=HERE, help="where RESULTS.md and results/ are written")
    chosen = parser.parse_args()
    unknown = {*chosen.tools} - {*TOOLS} | {*chosen.scenarios} - {one.name for one in SCENARIOS}
    if unknown:
        parser.error(f"not known: {', '.join(sorted(unknown))}")
    chosen.work = chosen.work.resolve()
    return chosen


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",")]


if __name__ == "__main__":
    main()
