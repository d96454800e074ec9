"""Fragments as Markdown makes them, and whether one is well formed."""

from html.parser import HTMLParser

from hypothesis import strategies as st

from generator.text.markup.markdown_html import render_markdown

_BITS = [
    *("Talks", "so far", " ", "\n", "\n\n", "*", "**", "`", "# ", "> ", "- ", "    ", "& ", "<b>"),
    *("[a](b)", "[c](<d e>)", "![e](f.png)", "[](statement:nk-1)", "[^1]", "\n\n[^1]: Note\n\n"),
    *(
        "\n\n[](statement:nk-1)\n\n",
        "é",
        "&nbsp;",
        "a|b\n-|-\nc|d",
        "```\nx\n```",
        "---",
        '"q"',
        "  \n",
    ),
]
FRAGMENTS = st.lists(st.sampled_from(_BITS), max_size=15).map("".join).map(render_markdown)
_EMPTY = {"br", "hr", "img"}


class _Balance(HTMLParser):
    """Fails where a tag is not closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.still_open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in _EMPTY:
            self.still_open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.still_open.pop() == tag


def is_balanced(html: str) -> bool:
    """Tell whether every tag is closed in its turn."""
    return not _Balance(html).still_open
