from collections.abc import Sequence

import numpy as np
import pytest

from benchmarks.article_questions import ArticleQuestion
from benchmarks.comparison import judged_by_article, judged_by_passages
from benchmarks.intervals import Values
from benchmarks.measured import Outcome
from benchmarks.passage_sets import Question
from copilot.law import ProvisionId

QUESTIONS = [
    ArticleQuestion(f"question {number}", ProvisionId("act", (f"art-{number}",))) for number in (1, 2)
]


def _found(*keys: list[str]) -> Outcome:
    return Outcome(
        "as it is", {}, 1.0, 100.0, [0.010, 0.030], [[(key, 1.0) for key in held] for held in keys]
    )


def test_each_contestant_is_held_against_ours() -> None:
    elsewhere = ["act/art-9"] * 5
    ours = _found(["act/art-1/2"], ["act/art-9", "act/art-2"])
    theirs = _found([*elsewhere, "act/art-1"], ["act/art-9", "act/art-2/a"])

    first, second = judged_by_article(QUESTIONS, [("ours", ours), ("theirs", theirs)])

    assert (first.first.mean, first.first_five.mean) == (0.5, 1.0)
    assert (second.first.mean, second.first_five.mean) == (0.0, 0.5)
    assert first.ours_minus_this is None
    assert second.ours_minus_this is not None
    assert {kind: one.mean for kind, one in second.ours_minus_this.items()} == {
        "first": 0.5,
        "first five": 0.5,
    }
    assert first.query.median == 20
    assert 28 < first.query.p95 < 30


def test_quality_is_told_for_all_questions_and_for_each_half() -> None:
    asked = [Question(str(number), "?", frozenset({f"p/{number}"})) for number in (0, 1, 3)]
    ours, theirs = _found(["p/0"], ["p/1"], ["p/9"]), _found(["p/9"], ["p/9"], ["p/3"])

    def first(questions: Sequence[Question], found: Sequence[Sequence[str]]) -> dict[str, Values]:
        hits = [keys[0] in question.answers for question, keys in zip(questions, found, strict=True)]
        return {"first": np.array(hits, dtype=float)}

    us, them = judged_by_passages(asked, [("ours", ours), ("theirs", theirs)], first)

    assert {part: held["first"].mean for part, held in us.quality.items()} == pytest.approx(
        {"all": 2 / 3, "odd": 0.5, "even": 1.0}
    )
    assert us.ours_minus_this is None
    assert them.ours_minus_this is not None
    assert {part: held["first"].mean for part, held in them.ours_minus_this.items()} == pytest.approx(
        {"all": 1 / 3, "odd": 0.0, "even": 1.0}
    )
