"""What the rights to a text allow to be published of it."""

from dataclasses import replace

from generator.model.html import Html
from generator.model.references import led_to, markup_in, shown_in
from generator.model.site import Briefing, BriefingText, Statement
from generator.text.markup.fragments import first_words, plain_text
from generator.text.sentences import sentence_spans


def within_rights(briefing: Briefing, text: BriefingText) -> tuple[Briefing, BriefingText]:
    """Cut the text to what the rights allow; statements are the desk's own record and stay."""
    rights = briefing.entry.rights
    words = rights.excerpt_words if rights.publish == "excerpt" else 0
    body = Html(first_words(text.body, words)) if words else Html("")
    plain = plain_text(body)
    cut = replace(
        text,
        body=body,
        plain=plain,
        headings=tuple(one for one in text.headings if f'id="{one.anchor}"' in body),
        words=len(plain.split()),
    )
    sentences = {plain[start:end].strip() for start, end in sentence_spans(plain)}
    shown = replace(
        briefing,
        dek=briefing.entry.dek,  # not the one that was taken from the article
        leads_to=led_to(markup_in(cut)),
        shows=shown_in(markup_in(cut)),
        mentions=tuple(one for one in briefing.mentions if one.sentence in sentences),
        statements=tuple(_moved(one, body) for one in briefing.statements),
        excerpted=True,
    )
    return shown, cut


def _moved(statement: Statement, body: str) -> Statement:
    """List a statement below the text where its place in the text was cut away."""
    there = statement.shown == "text" and f'id="{statement.anchor}"' in body
    return statement if there else replace(statement, shown="list")
