"""What of the book an official's page draws: the offices held, and when they spoke."""

from generator.model.offices import holds, newest_first
from generator.model.views.drawings import Posts
from generator.pipeline.index.asking import points_of_statements
from generator.pipeline.index.desk import Desk
from generator.pipeline.index.drawings.posts import Post, posts


def posts_of(desk: Desk, identifier: str) -> Posts | None:
    """Draw the offices of an official; None where the list says as much."""
    official, said = desk.site.officials[identifier], desk.lookup.statements_by.get(identifier, ())
    today = desk.lookup.today
    if today is None:
        return None
    held = [
        Post(one.label, one.start_date, one.end_date, holds(one, today))
        for one in newest_first(official.roles)
    ]
    return posts(held, (one.date for one in points_of_statements(said)), today)
