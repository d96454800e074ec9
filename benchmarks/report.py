"""The tables of RESULTS.md, from what the runs have left as data."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any, Final

Data = Mapping[str, Any]

_BUSY: Final = 0.5
_HEAD: Final = """\
<!-- Made by `make bench` from the files in results/. -->

# Results

Each generator makes the same site from the same briefings. How, and what is compared before
anything is timed, stands in the [README](README.md). Figures are medians; those in brackets are
ratios to Hugo, or to the first generator where Hugo was not run. `briefbook` has templates as
small as those of the others, `briefbook-full` is our own theme with all it has. Both also write
pages that the others do not have, and these are in their figures. What ends in `-watch` is the same
program left running with `--watch`, which builds after every change; its figures are those of an
edit alone.
"""


def write_report(folder: Path) -> None:
    """Write RESULTS.md from the builds that lie in results/, beside which saves may lie."""
    builds = (folder / "results").glob("[0-9]*.json")
    found = sorted(
        (json.loads(path.read_text(encoding="utf-8")) for path in builds),
        key=lambda data: int(data["size"]),
    )
    (folder / "RESULTS.md").write_text(report(found), encoding="utf-8")


def report(runs: Sequence[Data]) -> str:
    """Give the text of RESULTS.md."""
    sections = [section for data in runs for section in _sections(data)]
    return "\n".join([_HEAD, *sections])


def _sections(data: Data) -> Iterable[str]:
    size = int(data["size"])
    yield f"## {size:,} briefings\n"
    yield _circumstances(data)
    for title, unit, key in (
        ("Processor time", "seconds, user and system, all processes", "cpu"),
        ("Time", "seconds, from start to exit or until an edit is seen", "wall"),
        ("Memory", "MB at the peak, all processes together", "memory"),
    ):
        yield f"### {title}\n\n{unit[0].upper()}{unit[1:]}.\n"
        yield _scenarios(data, key)
    yield "### Files\n"
    yield _files(data)
    for name, found in data.get("profile", {}).items():
        yield f"### Where the time of `{name}` goes\n"
        yield "A cold build in one process; right, the share of each part under a profiler.\n"
        yield _profile(found)


def _circumstances(data: Data) -> str:
    facts = ", ".join(f"{name} {value}" for name, value in data["machine"].items())
    versions = ", ".join(f"{name} {value}" for name, value in data["versions"].items())
    lines = [
        f"{data['date']}, medians of {data['repetitions']}, the generators in turn.",
        f"Versions: {versions}.",
        f"Machine: {facts}.",
    ]
    if data["load"] > _BUSY:
        lines.append(
            f"**The machine was busy with other work** (load {data['load']:.1f} at the start): "
            "trust no figure, and of the ratios only those of processor time."
        )
    return "\n".join(lines) + "\n"


def _scenarios(data: Data, key: str) -> str:
    tools = data["tools"]
    names = list(next(iter(tools.values()))["runs"])
    first = tools.get("hugo") or next(iter(tools.values()))
    rows = [
        [name, *(_cell(taken, first, one, key) for one in names)] for name, taken in tools.items()
    ]
    return table(["", *names], rows)


def _cell(taken: Data, first: Data, scenario: str, key: str) -> str:
    if scenario not in taken["runs"]:
        return ""
    return _figure(_median(taken, scenario, key), _median(first, scenario, key))


def _median(taken: Data, scenario: str, key: str) -> float:
    return median(float(run[key]) for run in taken["runs"][scenario])


def _figure(value: float, base: float) -> str:
    """Give a figure with its ratio.

    >>> _figure(3.0, 2.0)
    '3.00 (1.5×)'
    """
    return f"{_short(value)} ({_short(value / base, 1 if value >= base else 3)}×)"


def _short(value: float, digits: int = 2) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.{1 if value >= 10 else digits}f}"  # noqa: PLR2004


def _files(data: Data) -> str:
    rows = []
    for name, taken in data["tools"].items():
        (read, read_bytes), (made, made_bytes) = taken["sources"], taken["site"]
        rows.append(
            [name, f"{read:,}", _megabytes(read_bytes), f"{made:,}", _megabytes(made_bytes)]
        )
    return table(["", "files read", "MB", "files written", "MB"], rows)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f}"


def _profile(found: Mapping[str, Mapping[str, float]]) -> str:
    steps, parts = found["steps"], found["parts"]
    total = sum(steps.values())
    left = [[one, f"{took:.2f}", f"{100 * took / total:.0f} %"] for one, took in steps.items()]
    right = [[one, f"{share:.0f} %"] for one, share in parts.items()]
    blank = [[""] * 3] * (len(right) - len(left)), [[""] * 2] * (len(left) - len(right))
    rows = [
        [*one, *other] for one, other in zip([*left, *blank[0]], [*right, *blank[1]], strict=True)
    ]
    return table(["step", "seconds", "share", "library or module", "share"], rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table in Markdown; figures stand on the right."""
    rule = ["---", *("---:" for _ in head[1:])]
    lines = (f"| {' | '.join(row)} |" for row in (head, rule, *rows))
    return "\n".join(lines) + "\n"
