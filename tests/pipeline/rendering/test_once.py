"""What several pages show alike is made once, and says the same on each as if made there."""

from collections import Counter
from dataclasses import dataclass, field

import pytest
from jinja2 import DictLoader, FunctionLoader, PrefixLoader, TemplateSyntaxError, pass_context
from jinja2.runtime import Context

from generator.pipeline.rendering.environment import SharingEnvironment
from generator.pipeline.rendering.once import Once
from generator.pipeline.rendering.page_links import PageLinks
from generator.pipeline.rendering.shared import Shared


@dataclass
class Pages:
    """Templates, and how often each word in them was asked for."""

    templates: dict[str, str]
    said: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.links = PageLinks("")
        theme = DictLoader(self.templates)
        self.environment = SharingEnvironment(
            loader=PrefixLoader({"theme": theme, "book": DictLoader(self.templates)}),
            autoescape=True,
            extensions=[Once],
        )
        self.environment.parts = Shared(self.links)
        self.environment.filters |= {"href": self.href, "counted": self.counted}

    @pass_context
    def href(self, _: Context, to: str) -> str:
        return self.links.href(to)

    @pass_context
    def counted(self, _: Context, word: str) -> str:
        self.said[word] += 1
        return word

    def page(self, url: str, name: str = "theme/a", **given: object) -> str:
        self.links.turn_to(url)
        return self.environment.get_template(name).render(given)


def one(text: str) -> Pages:
    return Pages({"a": text})


def test_a_part_is_made_once_and_its_links_are_those_of_each_page() -> None:
    pages = one(
        '{% once %}<a href="{{ "t.html" | href }}">{{ "T & 5 %" | counted }}</a>{% endonce %}'
    )

    assert pages.page("index.html") == '<a href="t.html">T &amp; 5 %</a>'
    assert pages.page("x/y.html") == '<a href="../t.html">T &amp; 5 %</a>'
    assert pages.said == {"T & 5 %": 1}


def test_what_is_named_tells_parts_apart() -> None:
    pages = one("{% once word, number %}{{ word | counted }}{{ number }}{% endonce %}")

    shown = [pages.page("a.html", word=word, number=1) for word in ("x", "y", "x")]

    assert shown == ["x1", "y1", "x1"]
    assert pages.page("a.html", word="x", number=True) == "xTrue"
    assert pages.said == {"x": 2, "y": 1}


def test_a_view_is_known_by_which_it_is() -> None:
    pages = one("{% once card %}{{ card.word | counted }}{% endonce %}")
    first, second = {"word": "a"}, {"word": "a"}

    for card in (first, second, first):
        assert pages.page("a.html", card=card) == "a"

    assert pages.said == {"a": 2}


def test_parts_within_parts_keep_their_places() -> None:
    pages = one(
        "{% once card %}({% once card.to %}{{ card.to | href | counted }}{% endonce %}"
        '{{ "b.html" | href }}){% endonce %}'
    )
    card = {"to": "x/t.html"}

    assert pages.page("index.html", card=card) == "(x/t.htmlb.html)"
    assert pages.page("x/y.html", card=card) == "(t.html../b.html)"


def test_parts_of_templates_that_share_a_name_are_not_mixed_up() -> None:
    pages = Pages({})
    texts = {"theme": "{% once %}theme{% endonce %}", "book": "{% once %}book{% endonce %}"}
    pages.environment.loader = PrefixLoader(
        {folder: _only(folder, text) for folder, text in texts.items()}
    )

    assert pages.page("a.html", "theme/a") == "theme"
    assert pages.page("a.html", "book/a") == "book"


def _only(folder: str, text: str) -> FunctionLoader:
    """Give one template, called alike in two folders, as the book's and the theme's are."""
    return FunctionLoader(lambda name: (text, f"/{folder}/{name}", None))


def test_an_address_that_is_not_only_written_is_made_on_each_page() -> None:
    pages = one('{% once %}{{ ("t.html" | href)[0] }}{{ "w" | counted }}{% endonce %}')

    assert pages.page("index.html") == "tw"
    assert pages.page("x/y.html") == ".w"


@pytest.mark.parametrize("name", ["view", "head", "url"])
def test_what_belongs_to_one_page_is_refused(name: str) -> None:
    with pytest.raises(TemplateSyntaxError, match=f"'{name}' is not the same on all pages") as told:
        one(f"\n{{% once %}}\n{{{{ {name} }}}}{{% endonce %}}").page("a.html")

    assert told.value.lineno == 3
