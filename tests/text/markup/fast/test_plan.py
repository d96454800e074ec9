from markdown.extensions.smarty import decadeAbbrRe
from markdown.inlinepatterns import (
    BACKTICK_RE,
    LINK_RE,
    REFERENCE_RE,
    BacktickInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
)

from generator.text.markup.fast.needs import need_of
from generator.text.markup.fast.plan import Plan

CODE = BacktickInlineProcessor(BACKTICK_RE)
LINK = LinkInlineProcessor(LINK_RE)
REFERENCE = ReferenceInlineProcessor(REFERENCE_RE)
UNKNOWN = InlineProcessor("x")


def test_a_pattern_can_match_where_its_marks_stand() -> None:
    plan = Plan((CODE, REFERENCE, LINK))

    found = plan.look_at("a `b` and [c](d)", references=False)

    assert found == ((0, CODE), (2, LINK))
    assert plan.able("a `b`") == ((0, CODE),)
    assert plan.able("[c](d)") == ((2, LINK),)
    assert plan.able("[c] (d)") == ()


def test_names_are_looked_up_only_where_some_are_defined() -> None:
    plan = Plan((REFERENCE,))

    assert plan.look_at("[a][b]", references=False) == ()
    assert plan.look_at("[a][b]", references=True) == ((0, REFERENCE),)
    assert plan.able("a") == ()


def test_a_pattern_that_is_not_known_can_match_anywhere() -> None:
    plan = Plan((CODE, UNKNOWN))

    assert plan.look_at("a", references=False) == ((1, UNKNOWN),)
    assert plan.able("`b`") == ((0, CODE), (1, UNKNOWN))  # which the document did not hold


def test_a_known_class_with_another_expression_is_not_known() -> None:
    assert need_of(CODE) == (("`",),)
    assert need_of(BacktickInlineProcessor(decadeAbbrRe)) is None
