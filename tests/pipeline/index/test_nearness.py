"""What two briefings share is told by their marks as by comparing their officials and topics."""

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import briefing, config, site
from tests.desks import set_up

NAMES = st.lists(
    st.sampled_from(["arms", "ports", "ships", "talks"]), min_size=1, max_size=3, unique=True
)


@given(st.lists(st.tuples(NAMES, NAMES), min_size=2, max_size=5))
def test_marks_tell_what_two_briefings_share(named: list[tuple[list[str], list[str]]]) -> None:
    briefings = [
        briefing(f"b{n}", topics=topics, officials=tuple(officials))
        for n, (topics, officials) in enumerate(named)
    ]
    book = site(*briefings)
    near = set_up(book, config()).near

    for n, one in enumerate(book.briefings):
        for m, other in enumerate(book.briefings):
            people = {*one.officials} & {*other.officials}
            shared = near.marks.shared[n] & near.marks.shared[m]
            assert shared.bit_count() == len(people) + len({*one.topics} & {*other.topics})
            assert (shared >= near.marks.an_official) == bool(people)
