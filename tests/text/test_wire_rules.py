import pytest

from generator.text.wire import WireArticle, read_wire
from generator.text.wire_rules import RULES, rule_for

LONG = "Envoys of both states met in Halden, and after nine hours in a cold hall they left again."
PROSE = "It was their first meeting since the spring, said Roe, who leads the northern team."


def _article(*paragraphs: str) -> WireArticle:
    return read_wire("\n\n".join(paragraphs))


def _texts(article: WireArticle) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


EXAMPLES = {
    "advertisement": ["Advertisement", "ADVERTISEMENT - SCROLL TO CONTINUE", "Sponsored"],
    "contributed": [
        "Novum contributed to this report.",
        "The Halden Press contributed to this report.",
        "Anna D. Roe in Halden and Jan Moe contributed reporting.",
        "— Jan Moe contributed to this story",
    ],
    "reporting": ["(Reporting by Anna Roe in Halden; Editing by Jan Moe)"],
    "photo": ["(Photo: Anna Roe/Novum)", "[Image credit: Novum]", "(Photo by Anna Roe)"],
    "related": ["RELATED: Envoys leave Halden", "SEE ALSO: A cold hall", "READ MORE: Nine hours"],
    "reporting-by": ["Reporting by Anna Roe; Editing by Jan Moe"],
    "with-reporting": ["With reporting by Novum.", "— with files from the Halden Press"],
    "photo-credit": ["Photo: Anna Roe", "Image credit: Novum"],
    "copyright": ["© 2024 Novum", "Copyright 2024 Novum.", "Novum. All rights reserved."],
    "read-more": ["Read More", "Read more: Envoys leave", "Continue reading", "READ MORE »"],
    "related-links": ["Related Articles", "Related: Envoys leave", "More from Novum"],
    "newsletter": ["Sign up for our newsletter.", "Subscribe", "Get the latest in your inbox"],
    "share": ["Share", "Share this article", "Facebook Twitter Email", "Print | Save"],
    "end-mark": ["-30-", "###", "ENDS"],
    "blank-furniture": ["\u00a0", "\u200b \ufeff"],
}


def test_every_rule_has_an_example() -> None:
    assert {rule.name for rule in RULES} == set(EXAMPLES)


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name, lines in EXAMPLES.items() for line in lines]
)
def test_a_rule_takes_its_lines_at_the_end(name: str, line: str) -> None:
    rule = next(rule for rule in RULES if rule.name == name)

    article = _article("Headline", LONG, PROSE, line)

    assert _texts(article) == [LONG, PROSE]
    if rule.keep_as == "credit":
        assert article.credits == (line,)
    else:
        assert [(one.rule, one.line, one.text) for one in article.left_out] == [(name, 7, line)]


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name, lines in EXAMPLES.items() for line in lines]
)
def test_in_the_middle_a_rule_takes_only_what_can_be_nothing_else(name: str, line: str) -> None:
    rule = next(rule for rule in RULES if rule.name == name)

    kept = _texts(_article("Headline", LONG, line, PROSE))

    assert kept == ([LONG, PROSE] if rule.where == "anywhere" else [LONG, line, PROSE])


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more widely, Roe told the students.",
        "Read more: that was the advice of the minister.",
        "Reading more is what Roe wants.",
        "Continue reading the treaty aloud was what they did.",
        "Share prices fell.",
        "Print is dead, Roe said.",
        "Advertisement spending fell.",
        "Related talks go on in Bonn.",
        "See also the treaty of 1986, Roe said.",
        "Subscribe or perish, Roe said.",
        "Follow us not, they sang.",
        "Copyright law was not on the table.",
        "Roe denied it. Moe contributed to this report.",
        "Moe contributed to this report on arms and later withdrew it.",
        "With reporting suspended, nobody knows.",
        "Photographs showed a hall.",
        "(The image of the hall was old.)",
        "The end",
    ],
)
def test_a_sentence_that_begins_like_furniture_stays_even_at_the_end(sentence: str) -> None:
    assert _texts(_article("Headline", LONG, PROSE, sentence)) == [LONG, PROSE, sentence]


def test_a_long_paragraph_falls_under_no_rule() -> None:
    assert rule_for("© 2024 " + "and so on " * 60) is None
