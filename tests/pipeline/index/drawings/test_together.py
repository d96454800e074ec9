from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.views.drawings import Graph
from generator.model.views.parts import Link
from generator.pipeline.index.drawings.layout import HEIGHT, WIDTH, Box, lay_out, meet
from generator.pipeline.index.drawings.together import (
    Person,
    box_of,
    frequent,
    graph,
    leading,
    pairs_of,
)

TRIANGLE = [("ana", "jan"), ("ana", "jan", "kim"), ("jan", "kim", "lee")]
PLACES = [(274, 141), (449, 108), (541, 213), (363, 302), (110, 277)]


def drawn(groups: list[tuple[str, ...]], labels: dict[str, str] | None = None) -> Graph | None:
    named = Counter(one for group in groups for one in set(group))
    names = labels or {}
    pairs = pairs_of(groups)
    chosen = leading(named, pairs)
    people = [Person(one, Link(one, f"{one}.html"), names.get(one, one.title())) for one in chosen]
    return graph(people, [named[one] for one in chosen], pairs)


def test_pairs_are_counted_once_a_briefing_in_one_order() -> None:
    assert pairs_of([("jan", "ana", "jan"), ("ana", "jan")]) == {("ana", "jan"): 2}


def test_pairs_are_listed_by_number_and_then_by_id() -> None:
    pairs = {("jan", "kim"): 2, ("ana", "kim"): 1, ("ana", "jan"): 2}

    assert frequent(pairs, 2) == (("ana", "jan"), ("jan", "kim"))


def test_those_named_most_are_largest_and_alone_at_the_top_are_filled() -> None:
    shown = drawn(TRIANGLE)

    assert shown is not None
    assert [one.label for one in shown.nodes] == ["Jan", "Ana", "Kim", "Lee"]
    assert [one.most for one in shown.nodes] == [True, False, False, False]
    radii = [one.radius for one in shown.nodes]
    assert radii == sorted(radii, reverse=True)


def test_a_thicker_line_means_more_briefings() -> None:
    shown = drawn([*TRIANGLE, ("ana", "jan")])

    assert shown is not None
    assert [float(one.width) for one in shown.edges][-1] > float(shown.edges[0].width)


def test_two_officials_or_two_pairs_are_not_drawn() -> None:
    assert drawn([("ana", "jan")]) is None
    assert drawn([("ana", "jan"), ("jan", "kim")]) is None


def test_fourteen_officials_are_drawn_at_most() -> None:
    shown = drawn([tuple(f"o{n}" for n in range(30))])

    assert shown is not None
    assert len(shown.nodes) == 14


def test_the_places_are_these_on_every_machine() -> None:
    shown = drawn([*TRIANGLE, ("lee", "mia"), ("mia", "ana")])

    assert shown is not None
    assert [(one.x, one.y) for one in shown.nodes] == PLACES


NAMES = [f"o{n}" for n in range(20)]
GROUPS = st.lists(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=7, unique=True).map(tuple), max_size=30
)
LABELS = st.dictionaries(st.sampled_from(NAMES), st.text(min_size=1, max_size=60))


@given(GROUPS, LABELS)
def test_circles_and_labels_stay_in_the_frame_and_never_touch(
    groups: list[tuple[str, ...]], labels: dict[str, str]
) -> None:
    shown = drawn(groups, labels)

    nodes = shown.nodes if shown else ()
    for one, other in combinations(nodes, 2):
        assert not meet((one.x, one.y), (other.x, other.y), box_of(one), box_of(other))
    for one in nodes:
        box = box_of(one)
        assert box.side <= one.x <= WIDTH - box.side
        assert box.above <= one.y <= HEIGHT - box.below
    assert drawn(groups, labels) == shown


def test_boxes_that_cannot_be_pushed_apart_stand_in_a_grid() -> None:
    boxes = [Box(85, 14, 80)] * 16
    ties = dict.fromkeys(combinations(range(16), 2), 9)

    points = lay_out(boxes, ties)

    assert len({x for x, _ in points}) == 4
    assert not any(
        meet(points[i], points[j], boxes[i], boxes[j]) for i, j in combinations(range(16), 2)
    )
