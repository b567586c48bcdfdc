"""Remembers a conclusion by the answers that led to it: those nobody looked at may be anything."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Generic, TypeVar

from copilot.rules.ai_act.answers import Answer
from copilot.rules.ai_act.formula import Answers

_REMEMBERED = 1024

Conclusion = TypeVar("Conclusion")


def recalled(conclude: Callable[[Answers], Conclusion]) -> Callable[[Answers], Conclusion]:
    """Draws a conclusion from answers, and draws it once for all systems that are alike in what it hangs on.

    ``conclude`` may look at nothing but the answers, and has to look at them in an order that depends on
    nothing else. Each path from one look to the next is kept in a tree. A tree that has grown large is begun
    anew: what it held is concluded again when it is met.
    """
    tree = _Tree[Conclusion]()

    def recall(answers: Answers) -> Conclusion:
        at = tree.first
        while isinstance(at, _Fork):
            at = at.ways.get(answers[at.fact])
        if at is None:
            looks = _Looks(answers)
            at = conclude(looks)
            tree.add(looks, at)
        return at

    return recall


def recalled_in_turn(conclude: Callable[[Answers], Conclusion]) -> Callable[[Answers], Conclusion]:
    """The same, for what several rules ask of the same answers one after another."""
    recall = recalled(conclude)
    latest: tuple[Answers, Conclusion] | None = None

    def recall_in_turn(answers: Answers) -> Conclusion:
        nonlocal latest
        held = latest
        if held is not None and held[0] is answers:
            return held[1]
        conclusion = recall(answers)
        if isinstance(answers, tuple):  # nothing else is sure to stay as it is
            latest = answers, conclusion
        return conclusion

    return recall_in_turn


class _Fork(Generic[Conclusion]):
    """A fact that was looked at, and where each answer to it led."""

    __slots__ = ("fact", "ways")

    def __init__(self, fact: int) -> None:
        self.fact = fact
        self.ways: dict[Answer, _Fork[Conclusion] | Conclusion] = {}


class _Tree(Generic[Conclusion]):
    """The forks from the first fact that is looked at."""

    __slots__ = ("first", "held")

    def __init__(self) -> None:
        self.first: _Fork[Conclusion] | Conclusion | None = None
        self.held = 0

    def add(self, looks: _Looks, conclusion: Conclusion) -> None:
        """Keep what was concluded from these looks."""
        path = list(looks.items())
        if not path:
            self.first = conclusion
            return
        if self.held >= _REMEMBERED:
            self.first, self.held = None, 0
        self.held += 1
        fork = self.first if isinstance(self.first, _Fork) else _Fork[Conclusion](path[0][0])
        self.first = fork
        for (_, answer), (following, _) in pairwise(path):
            onward = fork.ways.setdefault(answer, _Fork(following))
            if not isinstance(onward, _Fork):
                raise TypeError("a conclusion was drawn from something besides the answers")
            fork = onward
        fork.ways[path[-1][1]] = conclusion


class _Looks(dict[int, Answer]):
    """The answers that were looked at, in order; one that was not yet is fetched."""

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers

    def __missing__(self, index: int) -> Answer:
        self[index] = answer = self._answers[index]
        return answer
