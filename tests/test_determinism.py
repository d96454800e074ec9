"""The same book gives the same bytes: on any machine, in any folder, with any number of jobs.

Conditions are combined, since each costs a process; a failure names all that it differed in.
"""

import hashlib
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.build import build
from generator.report import Settings, Written
from generator.runtime.workers import WORTH_IT
from tests.golden.accept import AS_OF, BOOK
from tests.trees import write_tree

REPOSITORY = Path(__file__).parent.parent
MORE_BRIEFINGS = 80
DAY = "2025-01-15"
LOCK = ".briefbook-lock"

BRIEFING = """\
---
title: Count number {n}
published: 2024-{month:02}-{day:02}
topics: [{topic}]
places: [tarsk]
aliases: [old-count-{n}]
series: Daily counts
statements:
  - id: count-{n}
    speaker: {speaker}
    kind: quote
    text: We have counted {n} ships.
    date: 2024-{month:02}-{day:02}
    source: gazette
unknowns:
  - {{id: next-{n}, text: How many come after {n}?}}
---

Ana Petrova and Jan Visser met in Tarsk. “We have counted {n} ships,” one of them said.
"""


def briefing(n: int) -> str:
    return BRIEFING.format(
        n=n,
        month=1 + n % 11,
        day=1 + n % 28,
        topic=("arms", "ships", "secrecy")[n % 3],
        speaker=("ana-petrova", "jan-visser", "norvik-navy", "unknown")[n % 4],
    )


def larger_book(folder: Path) -> Path:
    """Write the golden book with enough briefings for several processes to work at it."""
    shutil.copytree(BOOK, folder)
    config = (folder / "config.yaml").read_text(encoding="utf-8")
    more = {f"content/briefings/counts/c{n}.md": briefing(n) for n in range(MORE_BRIEFINGS)}
    config = config.replace("role-gap: off", "role-gap: off\n  speaker-unnamed: off")
    config = config.replace("entries: 3", "entries: 100")
    return write_tree(folder, {**more, "config.yaml": config})


def tree(folder: Path) -> Mapping[str, str]:
    """Give the digest of every file below a folder, Briefbook's own list of them included."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != LOCK
    }


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    return sorted(url for url in {**one, **other} if one.get(url) != other.get(url))


@dataclass(frozen=True)
class Machine:
    """The conditions of one build that must not show in its pages."""

    jobs: int
    hash_seed: str
    zone: str
    locale: str
    folder: str = "book"
    from_within: bool = False
    umask: int = -1
    moment: Mapping[str, str] = field(default_factory=dict)
    rewritten: bool = False


FIRST = Machine(jobs=1, hash_seed="0", zone="UTC", locale="C")
OTHERS = (
    Machine(2, "1", "Asia/Tokyo", "C.UTF-8", from_within=True),
    Machine(8, "42", "America/St_Johns", "tr_TR.UTF-8", "an other/bük", umask=0o077),
    Machine(2, "random", "Pacific/Apia", "POSIX", "later", rewritten=True),
    Machine(1, "7", "Etc/GMT+12", "C", moment={"SOURCE_DATE_EPOCH": str(int(AS_OF.timestamp()))}),
)


def built_by(machine: Machine, folder: Path) -> Mapping[str, str]:
    """Build the larger book as on another machine."""
    book = folder / machine.folder
    book.parent.mkdir(parents=True, exist_ok=True)
    larger_book(book)
    if machine.rewritten:
        write_anew(book)
    output = folder / "site"
    when = () if machine.moment else ("--as-of", DAY)
    root = "." if machine.from_within else str(book)
    places = ("--root", root, "--output", str(output))
    subprocess.run(
        [sys.executable, "-m", "generator", "build", *places, *when, "--jobs", str(machine.jobs)],
        cwd=book if machine.from_within else folder,
        env={
            **{key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ},
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONHASHSEED": machine.hash_seed,
            "TZ": machine.zone,
            "LC_ALL": machine.locale,
            **machine.moment,
        },
        umask=machine.umask,
        check=True,
        timeout=60,
    )
    return tree(output)


def write_anew(book: Path) -> None:
    """Write every file again, in another order and with any time of change."""
    chance = random.Random(17)  # noqa: S311 - a shuffle, not a secret
    files = {path: path.read_bytes() for path in book.rglob("*") if path.is_file()}
    shutil.rmtree(book)
    shuffled = sorted(files)
    chance.shuffle(shuffled)
    for path in shuffled:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[path])
        changed = chance.randrange(10**9, 2 * 10**9)
        os.utime(path, (changed, changed))


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return built_by(FIRST, tmp_path_factory.mktemp("first"))


def test_the_book_is_large_enough_for_workers() -> None:
    assert MORE_BRIEFINGS >= WORTH_IT


@pytest.mark.skipif(os.name != "posix", reason="sets what only POSIX has")
@pytest.mark.parametrize("machine", OTHERS, ids=lambda one: one.zone)
def test_any_machine_gives_the_same_bytes(
    machine: Machine, expected: Mapping[str, str], tmp_path: Path
) -> None:
    made = built_by(machine, tmp_path)

    assert differing(expected, made) == []
    assert len(expected) > MORE_BRIEFINGS


ANSWERS_FROM = """
import sys
from datetime import datetime
from pathlib import Path
from generator.preparing import prepare
from generator.report import Settings

when = datetime.fromisoformat(sys.argv[2])
print(prepare(Settings(Path(sys.argv[1]), when)).site.book.grounds())
"""


def test_what_answers_come_from_is_told_alike_by_every_process(tmp_path: Path) -> None:
    """Else a build would ask everything again of which a build before it knows the answer."""
    book = larger_book(tmp_path / "book")
    command = [sys.executable, "-c", ANSWERS_FROM, str(book), AS_OF.isoformat()]

    told = {
        subprocess.run(
            command,
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(told) == 1


def build_here(book: Path, output: Path) -> Written | None:
    return build(Settings(root=book, now=AS_OF, output=output)).written


def test_a_second_build_into_the_same_folder_writes_nothing(tmp_path: Path) -> None:
    build_here(BOOK, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.name != LOCK}

    again = build_here(BOOK, tmp_path)

    assert again is not None
    assert (again.written, again.removed) == (0, 0)
    assert {path: path.stat().st_mtime_ns for path in before} == before


def naming(words: bytes, site: Path) -> set[str]:
    """Give the addresses of the files that hold these words."""
    files = (path for path in site.rglob("*") if path.is_file() and words in path.read_bytes())
    return {path.relative_to(site).as_posix() for path in files}


def test_after_a_briefing_is_deleted_nothing_of_it_is_left(tmp_path: Path) -> None:
    book, site = larger_book(tmp_path / "book"), tmp_path / "site"
    build_here(book, site)
    named = naming(b"Count number 76", site)
    own = {f"briefings/counts/{name}.html" for name in ("c76", "old-count-76")}

    (book / "content/briefings/counts/c76.md").unlink()
    again = build_here(book, site)
    build_here(book, tmp_path / "clean")

    lists = {"feed.xml", "feed.json", "topics/ships/feed.xml", "archive/2024/11.html"}
    assert named > {*lists, "briefings/counts/c76.html"}
    assert naming(b"c76.html", site) | naming(b"Count number 76", site) == set()
    assert again is not None
    assert again.removed >= len(own)  # lists may have become shorter by a part
    assert [url for url in own if (site / url).exists()] == []
    assert differing(tree(site), tree(tmp_path / "clean")) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_site_made_in_parts_is_the_same(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, made = larger_book(tmp_path / "book"), {}
    for name, part in {"whole": 10_000, "parted": WORTH_IT}.items():
        monkeypatch.setattr("generator.rendering._PART", part)
        output = tmp_path / name
        build(Settings(root=book, now=AS_OF, jobs=jobs, output=output, remembers=False))
        made[name] = tree(output)

    assert made["parted"] == made["whole"]
