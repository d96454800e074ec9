"""An address alone narrows a ledger to a topic; an office without a row left goes with its rows."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.build import build
from generator.report import Settings
from tests.golden.accept import AS_OF
from tests.trees import book

OFFICIAL = """\
id: ana-petrova
name: Ana Petrova
roles:
  - role: Minister
    label: Ports Minister
    organization: estara-mfa
    start_date: 2018
    end_date: 2021-02
  - role: Minister
    label: Foreign Minister
    organization: estara-mfa
    start_date: 2021-03
"""
TOPICS = "- {id: arms, name: Arms control}\n- {id: ports, name: Ports}\n"
SAID = {"2019": "ports", "2022": "arms", "2023": "arms, ports", "2024": "arms"}
"""The topics of what she said in each year."""


def briefing() -> str:
    statements = "".join(
        f"- {{id: s{year}, speaker: ana-petrova, kind: paraphrase, text: She spoke.,"
        f" date: {year}-05-01, source: transcript, topics: [{topics}]}}\n"
        for year, topics in SAID.items()
    )
    head = f"title: A\npublished: 2024-11-14\ntopics: [arms]\nstatements:\n{statements}"
    return f"---\n{head}---\nShe spoke.\n"


@pytest.fixture
def officials(tmp_path: Path) -> str:
    """Give the address of the folder of officials."""
    files = {
        "content/topics.yaml": TOPICS,
        "content/officials/ana-petrova.yaml": OFFICIAL,
        "content/briefings/2024/11/talks.md": briefing(),
    }
    root = book(tmp_path, **files)
    build(Settings(root=root, now=AS_OF))
    return (root / "output" / "officials").as_uri()


@pytest.mark.parametrize(
    ("topic", "rows", "offices"),
    [
        ("", 4, ["Foreign Minister", "Ports Minister"]),
        ("#topic-arms", 3, ["Foreign Minister"]),
        ("#topic-ports", 2, ["Foreign Minister", "Ports Minister"]),
    ],
)
def test_an_address_narrows_a_ledger(
    page: Page, officials: str, topic: str, rows: int, offices: list[str]
) -> None:
    page.goto(f"{officials}/ana-petrova.html{topic}")

    shown = [one.split("\n")[0] for one in page.locator(".group:visible").all_inner_texts()]
    assert page.locator(".row:visible").count() == rows
    assert shown == offices
