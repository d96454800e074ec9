"""The command: `python -m benchmarks.saving`, from saving a file to fresh bytes over HTTP."""

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from benchmarks.books import write_book
from benchmarks.corpus.briefings import briefing
from benchmarks.corpus.world import make_world
from benchmarks.machine import installed, machine, version
from benchmarks.runs.environment import environment
from benchmarks.runs.saving import Saves, saves
from benchmarks.tools.servers import SERVERS
from benchmarks.tools.tool import HERE

_HEAD: Final = """\
<!-- Made by `python -m benchmarks.saving`. -->

# From saving a file to fresh bytes

A briefing's text is saved as editors do, written beside and put in its place, and its page is
asked for every two milliseconds until it shows the new words. The same with a style sheet, where a
book has its own. A server opens when it gives the first page, here half within three times; it has
shown the same book before, and then had time for what it puts off. Each server shows the same
briefings with templates as small as the others'; MkDocs has no lists of topics and officials.
`briefbook-full` is our own theme with all it has.
"""


def main() -> None:
    """Run each server and write what it took."""
    chosen = _arguments()
    servers = {name: SERVERS[name] for name in chosen.tools}
    missing = [name for name, one in servers.items() if not installed(one.tool)]
    if missing:
        sys.exit(f"not installed: {', '.join(missing)}; run `sh benchmarks/install.sh`")
    newest = briefing(make_world(chosen.size), chosen.size - 1)
    taken = {}
    for name, server in servers.items():
        folder = chosen.work / f"saving-{chosen.size}" / name
        print(f"{name}: {chosen.size} briefings", file=sys.stderr)
        write_book(server.tool, chosen.size, folder)
        if name.startswith("briefbook"):
            _build(server.tool.command, folder)
        taken[name] = saves(server, folder, newest, chosen.times)
        _write(taken, chosen)  # what was measured stays, whatever comes next


def _write(taken: Mapping[str, Saves], chosen: argparse.Namespace) -> None:
    facts = {
        "size": chosen.size,
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine(chosen.work),
        "versions": {name: version(SERVERS[name].tool) for name in taken},
        "saves": {name: asdict(one) for name, one in taken.items()},
    }
    results = chosen.into / "results"
    results.mkdir(parents=True, exist_ok=True)
    text = json.dumps(facts, indent=1)
    (results / f"saving-{chosen.size}.json").write_text(f"{text}\n", encoding="utf-8")
    (chosen.into / "SAVING.md").write_text(report(results), encoding="utf-8")


def report(results: Path) -> str:
    """Make the tables of all that was measured, the smallest book first."""
    found = [json.loads(one.read_text(encoding="utf-8")) for one in results.glob("saving-*.json")]
    return "\n".join([_HEAD, *map(_section, sorted(found, key=lambda one: int(one["size"])))])


def _section(facts: Mapping[str, Any]) -> str:
    lines = [f"## {facts['size']:,} briefings", ""]
    lines += [f"{facts['date']}.  " + _listed(facts["versions"]), "", _listed(facts["machine"]), ""]
    lines += ["| | saves | words: half within | all within | a style sheet | opens |"]
    lines += ["| --- | ---: | ---: | ---: | ---: | ---: |"]
    lines += [_row(name, Saves(**taken)) for name, taken in facts["saves"].items()]
    return "\n".join([*lines, ""])


def _row(name: str, taken: Saves) -> str:
    words, styles = taken.words, taken.styles
    cells = (
        _ms(statistics.median(words)),
        _ms(max(words)),
        _styles(styles),
        _ms(statistics.median(taken.openings)),
    )
    return f"| {name} | {len(words)} | {' | '.join(cells)} |"


def _styles(styles: Sequence[float]) -> str:
    return _ms(statistics.median(styles)) if styles else ""


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"


def _listed(facts: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {value}" for name, value in facts.items()) + "."


def _build(command: Sequence[str | Path], folder: Path) -> None:
    """Build a book once, so that its server begins with what that leaves."""
    subprocess.run(command, cwd=folder, env=environment(), check=True, capture_output=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks.saving")
    add = parser.add_argument
    add("--size", type=int, default=1_000, help="how many briefings")
    add("--times", type=int, default=20, help="how often each file is saved")
    add("--tools", type=lambda text: text.split(","), default=[*SERVERS], help=", ".join(SERVERS))
    add("--work", type=Path, default=HERE / ".work", help="where the books are written")
    add("--into", type=Path, default=HERE, help="where SAVING.md and results/ are written")
    chosen = parser.parse_args()
    if unknown := {*chosen.tools} - {*SERVERS}:
        parser.error(f"not known: {', '.join(sorted(unknown))}")
    chosen.work = chosen.work.resolve()
    return chosen


if __name__ == "__main__":
    main()
