"""The quick way and jinja's own say the same on each page, and the same where they fail."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.model.views.social import CARD
from generator.pipeline.render import renderer
from generator.pipeline.rendering.both_ways import TEMPLATE_FAULTS, BothWays
from generator.pipeline.rendering.environment import SharingEnvironment
from generator.pipeline.rendering.once import Once
from generator.pipeline.rendering.page_links import PageLinks
from generator.pipeline.rendering.press import Press
from generator.pipeline.rendering.quick_code import PROVED, QuickCode
from generator.pipeline.rendering.shared import Shared
from generator.preparing import prepare
from generator.report import Settings
from tests.golden.accept import AS_OF, BOOK

MACROS = """
{% macro link(to, class="", more=_("more")) -%}
<a{% if class %} class="{{ class }}"{% endif %} href="{{ to.url }}">{{ to.text }}</a>{{ more }}
{%- endmacro %}
{% macro framed(title) %}<b>{{ title }}</b>{{ caller() }}{% endmacro %}
{% macro all() %}{{ varargs | join("<") }}{{ kwargs['x'] }}{% endmacro %}
{% macro twice(word) %}{{ bare(word) }}{{ bare(word, loud=true) }}{% endmacro %}
{% macro bare(word, loud=false) %}{{ word }}{{ "!" if loud }}{% endmacro %}
"""
BASE = "<{% block title %}{{ view.text }}{% endblock %}>{% block main %}{% endblock %}"
CHILD = "{% extends 'base' %}"
VIEW = SimpleNamespace(
    text="Q & <A>",
    markup=Markup("<i>"),
    number=5,
    nothing=None,
    url='t".html',
    several=(SimpleNamespace(text="a", url="1"), SimpleNamespace(text="b", url="")),
    by_name={"x": "<y>", "items": "no method"},
)
PAGES = [
    "{{ view.text }}{{ view.markup }}{{ view.number }}{{ view.nothing }}{{ 1.5 }}{{ '<' }}",
    "{{ show.link(view) }}{{ show.link(view, 'c') }}{{ show.link(view, more='') }}",
    "{{ show.link(to=view, class='a&') }}{{ show.link(view, class='a') }}",
    "{{ show.twice('<') }}{{ show.bare(loud=true, word=view.markup) }}",
    "{% call show.framed('<') %}{{ view.text }}{% endcall %}",
    "{{ show.all('a', '<', x=1) }}",
    "{% set words = show.bare(view.text) %}{{ words }}{{ words ~ view.text }}{{ words | e }}",
    "{{ _('A & B') }}{{ _('%(x)s of %(y)s', x=view.text, y=view.markup) }}{{ gettext('<') }}",
    "{{ ngettext('%(num)s thing', '%(num)s things', 2) }}{% trans %}a < b{% endtrans %}",
    "{% trans x=view.text, n=view.number %}{{ x }}{% pluralize %}{{ n }} {{ x }}{% endtrans %}",
    "{{ {'text': view.text}.text }}{{ {'items': 1}.items() | length }}{{ view.by_name.x }}",
    "{{ view.by_name['x'] }}{{ view.by_name.get('x') }}{{ view.several[0].text }}",
    "{% for one in view.several if one.url %}{{ loop.index }}{{ one.text }}{% else %}-{% endfor %}",
    "{% for one in view.several recursive %}{{ one.text }}{{ loop(()) }}{% endfor %}",
    "{{ '<' if view.nothing }}{{ ('<' if view.nothing) | default('d') }}|{{ '<' if view.text }}",
    "{{ view.missing is defined }}{{ missing is defined }}{{ view.missing | default('d') }}",
    "{% set _ = show.bare %}{{ _('x') }}",
    "{% macro show(x) %}{{ x }}{% endmacro %}{{ show(view.text) }}",
    "{% macro own(x, y=view.number) %}{{ x }}{{ y }}{% endmacro %}{{ own('<') }}{{ own(1, y=2) }}",
    "{% autoescape false %}{{ view.text }}{{ show.bare('<') | e }}{% endautoescape %}",
    "{% once view.text %}{{ view_text }}{% endonce %}",
    "{% set n = namespace(x=1) %}{% set n.x = '<' %}{{ n.x }}{{ range(3) | list }}",
    "{{ dict(a=1)['a'] }}{% filter upper %}{{ view.text }}{% endfilter %}",
    "{% set block %}<{{ view.text }}{% endset %}{{ block }}{{ block | length }}",
    "{% with word = view.text %}{{ word }}{% once word %}{{ word }}{% endonce %}{% endwith %}",
    "{{ view.text.replace('&', '+', 1) }}{{ view.text.split(sep=' ') | length }}",
    "{{ 3.0.is_integer() }}{{ 'a-b'.split('-') | join('<') }}",
    "{{ view.several | map(attribute='text') | join('<') }}",
    "{% include 'part' %}{% import 'part' as part with context %}{{ part.said() }}",
    "a{% if view.nothing %}{% extends 'base' %}{% endif %}b{% block main %}m{% endblock %}c",
    "a{% if view.text %}{% extends 'base' %}{% endif %}b{% block main %}m{% endblock %}c",
    "{% for one in view.several %}{% block inner scoped %}{{ one.text }}{% endblock %}{% endfor %}",
    "{% macro m() %}{% if true %}{{ show.link(view) }}{% endif %}{% endmacro %}{{ m() }}{{ m() }}",
    CHILD + "{% block title %}{{ super() }}!{% endblock %}",
    CHILD + "{% block main %}{{ self.title() }}{{ view.number + 1 }}{% endblock %}",
    CHILD + "{% import 'macros' as show %}{% block main %}{{ show.link(view) }}{% endblock %}",
]
FAULTS = [
    "{{ view.missing }}",
    "{{ missing }}",
    "{{ missing.x }}",
    "{{ show.none(1) }}",
    "{{ show.bare() }}",
    "{{ show.bare(1, 2, 3) }}",
    "{{ show.bare(1, quiet=true) }}",
    "{{ 1 / 0 }}",
    "{{ view.number.x() }}",
    "{{ view.text + 1 }}",
    "{{ view.by_name.z }}",
    "{{ _('%(x)s') }}",
    "{% include 'nowhere' %}",
    "{% for %}",
    "{{ view.text | nofilter }}",
    "{% extends 'page' %}",
    "{% once %}{{ view }}{% endonce %}",
]


def environment(page: str) -> SharingEnvironment:
    part = "{{ view.text }}{% macro said() %}{{ view.text }}{% endmacro %}"
    templates = {"base": BASE, "macros": MACROS, "part": part, "page": page}
    made = SharingEnvironment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n", Once],
    )
    made.parts = Shared(PageLinks(""))
    made.speak(str, lambda one, several, number: one if number == 1 else several)
    return made


def quick_and_plain(page: str) -> tuple[SharingEnvironment, SharingEnvironment]:
    quick, plain = environment(page), environment(page)
    quick.code_generator_class = QuickCode
    return quick, plain


def shown(made: SharingEnvironment) -> str:
    return made.get_template("page").render(GIVEN)


GIVEN = {"view": VIEW, "view_text": VIEW.text}


def importing(page: str) -> str:
    return page if page.startswith("{% extends") else "{% import 'macros' as show %}" + page


@pytest.mark.parametrize("page", PAGES)
def test_both_ways_say_the_same(page: str) -> None:
    quick, plain = quick_and_plain(importing(page))

    assert BothWays(quick, plain).render("page", GIVEN) == shown(plain)


@pytest.mark.parametrize("page", FAULTS)
def test_a_fault_is_told_in_the_words_of_jinja(page: str) -> None:
    quick, plain = quick_and_plain(importing(page))

    with pytest.raises(TEMPLATE_FAULTS) as own:
        shown(plain)
    with pytest.raises(type(own.value)) as told:
        BothWays(quick, plain).render("page", GIVEN)

    assert str(told.value) == str(own.value)


_JINJAS = ("class='", "view.by_name.x", "missing is", "autoescape", "self.title")
QUICK = [one for one in PAGES if not any(x in one for x in _JINJAS)]


@pytest.mark.parametrize("page", QUICK)
def test_most_is_rendered_the_quick_way(page: str) -> None:
    quick, plain = quick_and_plain(importing(page))

    assert shown(quick) == shown(plain)


def test_this_release_of_jinja_was_compared() -> None:
    assert jinja2.__version__ in PROVED


def test_the_golden_book_is_rendered_the_quick_way_and_alike() -> None:
    site = prepare(Settings(root=BOOK, now=AS_OF)).site
    pages = [one for one in site.pages if one.template != CARD]
    quick, plain = (
        renderer(site.book, Press(site.templates, site.frame, site.language)) for _ in range(2)
    )
    plain.press.both_ways.left_to_jinja |= {one.template for one in pages}

    for page in pages:
        assert quick(page).data == plain(page).data, page.url

    assert quick.press.both_ways.left_to_jinja == {"robots.txt"}


def test_a_template_that_jinja_alone_can_make_is_left_to_it() -> None:
    quick, plain = quick_and_plain("{{ view.missing | default('d') }}")
    asked: list[str] = []
    quick.get_template = _counted(quick.get_template, asked)  # type: ignore[method-assign]
    ways = BothWays(quick, plain)

    assert [ways.render("page", GIVEN) for _ in range(3)] == ["d"] * 3
    assert asked == ["page"]


def test_a_template_with_a_fault_on_one_page_stays_quick() -> None:
    quick, plain = quick_and_plain("{{ word.x }}")
    ways = BothWays(quick, plain)

    with pytest.raises(UndefinedError):
        ways.render("page", {"word": "no"})

    assert ways.render("page", {"word": SimpleNamespace(x="yes")}) == "yes"


def _counted(get: Callable[..., Any], asked: list[str]) -> Callable[..., Any]:
    def counting(name: str) -> Any:  # noqa: ANN401
        asked.append(name)
        return get(name)

    return counting


@given(st.one_of(st.text(), st.integers(), st.none(), st.floats(), st.text().map(Markup)))
def test_any_value_is_written_alike(value: object) -> None:
    quick, plain = quick_and_plain("{{ word }}{{ [word] }}{{ word | string | e }}")

    written = [one.get_template("page").render(word=value) for one in (quick, plain)]

    assert written[0] == written[1]
