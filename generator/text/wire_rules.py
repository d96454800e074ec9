"""What stands in a raw article and is no prose: one rule for each kind of line.

A rule takes whole lines and nothing less, so a sentence that only begins like one of them
stays.  To leave out another kind of line, add a rule.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of line that is no prose.

    The pattern has to match a whole line, or a whole paragraph that was wrapped.  At the
    edges it stands with nothing but other such lines between it and the first or last line.
    """

    name: str
    pattern: re.Pattern[str]
    keep_as: Literal["credit", "drop"]
    where: Literal["anywhere", "edges"] = "edges"


_SHARE: Final = (
    r"(?:share(?: (?:on|via) \w+| this(?: (?:article|story|post))?)?|print(?: this)?|e-?mail|save|"
    r"bookmark|facebook|twitter|linkedin|whatsapp|telegram|reddit|copy link|gift(?: this)? article|"
    r"listen(?: to this (?:article|story))?|(?:\d+ )?comments?(?: \(\d+\))?)"
)

RULES: Final[tuple[Rule, ...]] = (
    Rule("blank-furniture", re.compile(r"[\s\u200b\u2060\ufeff]+"), "drop", "anywhere"),
    Rule(
        "advertisement",
        re.compile(
            r"(?i)advertisements?(?:[\s:.—–-]+(?:continue reading|scroll to continue|"
            r"story continues)(?: below)?)?|(?:article|story) continues below"
            r"(?: (?:this )?advertisement)?|sponsored(?: content)?"
        ),
        "drop",
        "anywhere",
    ),
    Rule(
        "contributed",
        re.compile(
            r"(?:[—–-]+\s*)?(?:(?![a-z]{2}[.!?][\"”’]* ).){2,160} contributed "
            r"(?:reporting|(?:reporting )?(?:to|for) this (?:report|article|story))\.?"
        ),
        "credit",
        "anywhere",
    ),
    Rule(
        "reporting",
        re.compile(
            r"\((?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|"
            r"[Tt]ranslat\w+) by [^()]+\)"
        ),
        "credit",
        "anywhere",
    ),
    Rule(
        "photo",
        re.compile(
            r"(?i)[(\[](?:file |handout )?(?:photo|image|picture|video)s?"
            r"(?: ?[:/]| by | credits?\b| courtesy\b)[^()\[\]]*[)\]]"
        ),
        "credit",
        "anywhere",
    ),
    Rule(
        "related",
        re.compile(r"(?:RELATED|SEE ALSO|READ (?:MORE|ALSO|NEXT)|ALSO READ|WATCH): *\S.*[^.\s]"),
        "drop",
        "anywhere",
    ),
    Rule(
        "reporting-by",
        re.compile(r"(?:Additional r|R)eporting by [A-Z].{1,200}"),
        "credit",
    ),
    Rule(
        "with-reporting",
        re.compile(
            r"(?:[—–-]+\s*)?[Ww]ith (?:additional )?(?:reporting|files|assistance|contributions?|"
            r"input) (?:by|from) .{2,160}"
        ),
        "credit",
    ),
    Rule(
        "photo-credit",
        re.compile(r"(?i)(?:photo|image|picture)(?: by|s? credits?:|:).{2,150}"),
        "credit",
    ),
    Rule(
        "copyright",
        re.compile(
            r"(?i)(?:©|\(c\)|copyright (?:©|\(c\)|\d{4})).{0,250}|"
            r".{0,150}\ball rights reserved\b.{0,150}"
        ),
        "credit",
    ),
    Rule(
        "read-more",
        re.compile(
            r"(?i)(?:read (?:more|next|the full (?:story|article))|continue reading)"
            r"(?:[\s.…>›»→]*|\s*:.*[^.]|\s+[^.!?]{1,80})"
        ),
        "drop",
    ),
    Rule(
        "related-links",
        re.compile(
            r"(?i)(?:related(?: (?:articles?|stories|coverage|content|news|links?|topics?))?|"
            r"see also|also read|you (?:may|might) also like|recommended(?: for you)?|"
            r"most (?:read|popular)|more (?:from|on) [^.!?:]{1,60})(?:\s*:(?:.*[^.])?)?"
        ),
        "drop",
    ),
    Rule(
        "newsletter",
        re.compile(
            r"(?i)(?:sign up|subscribe|newsletters?)[.!:]?|(?:sign up (?:for|to|here)|"
            r"subscribe (?:to|for|now|here|today)|(?:follow|join) us on|"
            r"get (?:the|our) .{1,80}(?:newsletter|inbox)|"
            r"download (?:the|our) .{0,40}\bapp)\b.{0,160}"
        ),
        "drop",
    ),
    Rule("share", re.compile(rf"(?i){_SHARE}(?:[\s|·•/,]+{_SHARE})*"), "drop"),
    Rule("end-mark", re.compile(r"- ?30 ?-|# ?# ?#|[—–-]*\s*ENDS?\s*[—–-]*"), "drop"),
)
"""What is taken out of a raw article; the first rule that matches names it."""

_LONGEST_FURNITURE: Final = 400


def rule_for(line: str) -> Rule | None:
    """Give the rule that a line falls under, if it stands where the rule says.

    >>> rule_for("Read more »").name
    'read-more'
    >>> rule_for("Read more books, the minister said.") is None
    True
    """
    bare = line.strip() or line
    if len(bare) > _LONGEST_FURNITURE:
        return None
    return next((rule for rule in RULES if rule.pattern.fullmatch(bare)), None)
