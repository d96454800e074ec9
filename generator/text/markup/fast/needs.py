"""What each inline pattern cannot match without.

A need is a list of groups, and of each group a text must hold at least one member.  The
regular expression is part of the key: a pattern that was given another one has no needs,
and so is always tried.
"""

from typing import Final

from markdown import inlinepatterns as inline
from markdown.extensions import smarty
from markdown.extensions.footnotes import FootnoteInlineProcessor
from markdown.inlinepatterns import Pattern

Need = tuple[tuple[str, ...], ...]

REFERENCES: Final = "references"
"""Stands for: the text defines at least one address by name.  Without any, every look-up fails."""

_BRACKET: Final = (("[",), (REFERENCES,))
_PICTURE: Final = (("![",), (REFERENCES,))
_APOSTROPHE: Final = (("'",),)
_QUOTATION: Final = (('"',),)
_BOTH: Final = (("'\"", "\"'"),)

_NEEDS: Final[dict[tuple[type[Pattern], str], Need]] = {
    (inline.BacktickInlineProcessor, inline.BACKTICK_RE): (("`",),),
    (inline.EscapeInlineProcessor, inline.ESCAPE_RE): (("\\",),),
    (FootnoteInlineProcessor, r"\[\^([^\]]*)\]"): (("[^",),),
    (inline.ReferenceInlineProcessor, inline.REFERENCE_RE): _BRACKET,
    (inline.LinkInlineProcessor, inline.LINK_RE): (("](",),),
    (inline.ImageInlineProcessor, inline.IMAGE_LINK_RE): (("![",), ("](",)),
    (inline.ImageReferenceInlineProcessor, inline.IMAGE_REFERENCE_RE): _PICTURE,
    (inline.ShortReferenceInlineProcessor, inline.REFERENCE_RE): _BRACKET,
    (inline.ShortImageReferenceInlineProcessor, inline.IMAGE_REFERENCE_RE): _PICTURE,
    (inline.AutolinkInlineProcessor, inline.AUTOLINK_RE): (("<",), ("://",)),
    (inline.AutomailInlineProcessor, inline.AUTOMAIL_RE): (("<",), ("@",)),
    (inline.SubstituteTagInlineProcessor, inline.LINE_BREAK_RE): (("  \n",),),
    (inline.DelimiterProcessor, r"\*|_"): (("*", "_"),),
} | {
    (smarty.SubstituteTextPattern, expression): need
    for expression, need in (
        (r"(?<!-)---(?!-)", (("---",),)),
        (r"(?<!-)--(?!-)", (("--",),)),
        (r"(?<!\.)\.{3}(?!\.)", (("...",),)),
        (smarty.singleQuoteStartRe, _APOSTROPHE),
        (smarty.doubleQuoteStartRe, _QUOTATION),
        (smarty.doubleQuoteSetsRe, _BOTH),
        (smarty.singleQuoteSetsRe, _BOTH),
        (smarty.doubleQuoteSetsRe2, _BOTH),
        (smarty.singleQuoteSetsRe2, _BOTH),
        (smarty.decadeAbbrRe, _APOSTROPHE),
        (smarty.openingSingleQuotesRegex, _APOSTROPHE),
        (smarty.closingSingleQuotesRegex, _APOSTROPHE),
        (smarty.closingSingleQuotesRegex2, _APOSTROPHE),
        (smarty.remainingSingleQuotesRegex, _APOSTROPHE),
        (smarty.openingDoubleQuotesRegex, _QUOTATION),
        (smarty.closingDoubleQuotesRegex, _QUOTATION),
        (smarty.closingDoubleQuotesRegex2, _QUOTATION),
        (smarty.remainingDoubleQuotesRegex, _QUOTATION),
    )
}


def need_of(pattern: Pattern) -> Need | None:
    """Give what a pattern needs; None for one that is not known here."""
    return _NEEDS.get((type(pattern), pattern.pattern))
