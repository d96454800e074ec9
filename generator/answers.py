"""What a book answers to the questions of its pages, and which answers are not what they were."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from generator.model.notes import Question
from generator.model.opening import OpenedOnce
from generator.model.page import Asked
from generator.pipeline.index import BRIEFINGS, TEXTS
from generator.runtime.traces import Grounds

_OTHERS: Final = 0
_FACTS: Final = 1
_TEXTS: Final = 2
_Answered = Iterable[tuple[Question, bytes]]


class Answers:
    """Answers questions; those of one ground are all worked out when the first is asked."""

    def __init__(self, book: Asked, before: "Answers | None" = None) -> None:
        """Prepare to answer; what was worked out in a round before need not be once more."""
        ways = (book.answers, book.fact_answers, book.text_answers)
        self.parts = tuple(map(Part, book.grounds(), ways))
        """The answers by what they come from."""
        if before:
            pairs = zip(self.parts, before.parts, strict=True)
            self.parts = tuple(then if then.serves_as(now) else now for now, then in pairs)

    def of(self, question: Question) -> str:
        """Give the digest of an answer; nothing where there is none."""
        return self.parts[_ground_of(question)].answers().get(question, b"").hex()

    def grounds(self) -> Grounds:
        """Tell what the answers come from."""
        return Grounds([one.ground.hex() for one in self.parts], _ground_of)

    def unlike(self, before: "Answers") -> AbstractSet[Question] | None:
        """Give the questions that have another answer than before; None where nobody knows."""
        found = set[Question]()
        for now, then in zip(self.parts, before.parts, strict=True):
            if now.ground == then.ground:
                continue
            if not then.answers.is_open:
                return None
            found.update([one for one, _ in now.answers().items() ^ then.answers().items()])
        return found


class Part:
    """The answers to all questions that come from one ground."""

    def __init__(self, ground: bytes, answers: Callable[[], _Answered]) -> None:
        self.ground = ground
        self.answers = OpenedOnce(lambda: dict(answers()))

    def serves_as(self, other: "Part") -> bool:
        """Tell whether it has the answers of another, worked out already."""
        return self.answers.is_open and self.ground == other.ground


def _ground_of(question: Question) -> int:
    if question.startswith(BRIEFINGS):
        return _FACTS
    return _TEXTS if question.startswith(TEXTS) else _OTHERS
