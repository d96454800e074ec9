"""What of the book an official's page draws: the offices held, and when they spoke."""

from collections.abc import Sequence

from generator.model.offices import holds, newest_first
from generator.model.people import Official
from generator.model.site import Statement
from generator.model.views.drawings import Posts
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.drawings.posts import Post, posts


def posts_of(official: Official, said: Sequence[Statement], desk: Desk) -> Posts | None:
    """Draw the offices of an official; None where the list says as much."""
    today = desk.lookup.today
    if today is None:
        return None
    held = [
        Post(one.label, one.start_date, one.end_date, holds(one, today))
        for one in newest_first(official.roles)
    ]
    return posts(held, (one.date for one in said), today)
