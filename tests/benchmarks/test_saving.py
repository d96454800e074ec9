"""What a save takes is measured with a server that does nothing but give files."""

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.corpus.briefings import Briefing
from benchmarks.runs import saving
from benchmarks.runs.saving import NeverSeenError, saves
from benchmarks.saving import report
from benchmarks.tools.servers import PORT, SERVERS, Server
from benchmarks.tools.tool import Tool

PLAIN = replace(
    SERVERS["hugo"].tool, briefing=lambda one: (f"{one.address}.html", f"{one.title}\n{one.body}")
)
COMMAND = (sys.executable, "-m", "http.server", PORT, "--bind", "127.0.0.1")


def book(folder: Path, tool: Tool, one: Briefing) -> Path:
    path, text = tool.briefing(one)
    (folder / path).parent.mkdir(parents=True)
    (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "_REST", 0.01)
    monkeypatch.setattr(saving, "_SETTLING", 0.01)
    monkeypatch.setattr(saving, "_PATIENCE", 5.0)


def test_each_save_is_seen(tmp_path: Path, corpus: Sequence[Briefing]) -> None:
    server = Server(PLAIN, COMMAND, "own.css", "own.css")

    taken = saves(server, book(tmp_path, PLAIN, corpus[0]), corpus[0], 3)

    assert len(taken.openings) == 3
    assert [len(taken.words), len(taken.styles)] == [3, 3]
    assert all(0 <= one < 5 for one in (*taken.words, *taken.styles))


def test_a_server_that_shows_nothing_new_is_told(
    tmp_path: Path, corpus: Sequence[Briefing], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "_PATIENCE", 0.3)
    elsewhere = replace(PLAIN, briefing=lambda one: ("elsewhere.html", one.body))

    with pytest.raises(NeverSeenError, match="They met for the 1"):
        saves(Server(elsewhere, COMMAND), book(tmp_path, PLAIN, corpus[0]), corpus[0], 1)


def test_half_and_all_are_told(tmp_path: Path) -> None:
    facts = {
        "size": 1000,
        "date": "2024-11-14",
        "machine": {"cores": "2"},
        "versions": {"hugo": "0.1"},
        "saves": {"hugo": {"openings": [2, 1, 4], "words": [0.1, 0.3, 0.2], "styles": []}},
    }
    (tmp_path / "saving-1000.json").write_text(json.dumps(facts), encoding="utf-8")

    assert "| hugo | 3 | 200 ms | 300 ms |  | 2,000 ms |" in report(tmp_path)
