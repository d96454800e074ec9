import subprocess
import sys

import pytest

from generator.text.markup.markdown_html import render_inline, render_markdown
from generator.text.markup.markdown_limits import MOST_OPEN, MarkdownTooDeep


@pytest.mark.parametrize("opening", ["[", "![", "[^", "*[", "<![", "[a](", "[a](<b", "![a]('"])
@pytest.mark.timeout(2)
def test_more_open_brackets_than_anyone_writes_are_refused_at_once(opening: str) -> None:
    for render in (render_markdown, render_inline):
        with pytest.raises(MarkdownTooDeep):
            render(opening * 50_000)

    assert render_markdown("[" * MOST_OPEN).html == f"<p>{'[' * MOST_OPEN}</p>"


@pytest.mark.parametrize(
    "source",
    [
        *(
            "`" * 8000,
            "*" * 8000,
            "_" * 8000,
            "<a " * 8000,
            "> " * 8000,
            "```" + " " * 24_000 + "x",
        ),
        *(
            "**a *b " * 3000,
            '"' * 8000,
            "\\" * 8000,
            "&" * 8000,
            "| " * 8000,
            "a@" * 8000,
            "#" * 8000,
        ),
    ],
)
@pytest.mark.timeout(2)
def test_hostile_texts_take_no_longer_than_others(source: str) -> None:
    assert render_markdown(source).links == ()


_DEEP = """
from generator.text.markup.markdown_html import render_markdown
from generator.text.markup.markdown_limits import MarkdownTooDeep

lists = "".join("    " * depth + "- a\\n" for depth in range(400))
for source in ("[" * 100_000, ">" * 20_000, lists):
    try:
        render_markdown(source)
    except MarkdownTooDeep as error:
        print(error)
"""


def test_deep_nesting_does_not_end_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _DEEP], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "more than 100 brackets are open in one paragraph",
        "lists or quotations are nested too deep",
    ]
