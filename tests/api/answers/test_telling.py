"""What is sent of each thing that happens."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from api.answers.desk import Happened, Waits
from api.answers.telling import Telling
from api.problems import Problem
from api.shapes.answer import Numbered
from copilot.agent.events import Dropped, Noticed, Refused, Shown, Working
from copilot.grounding import Check, Refusal, Statement
from copilot.law import Corpus
from tests.api.events import Sent, events_in
from tests.conftest import TODAY

PROBLEM = Problem(type="about:blank", title="Gone", status=503, detail="the oil is gone")
STATEMENT = Shown(Statement("In short:", (), Check("connecting")), ())


@pytest.fixture
def telling(small_corpus: Corpus) -> Telling:
    return Telling(Numbered(small_corpus, TODAY), None, lambda: 0.0)


def sent(told: bytes | None) -> Sent:
    assert told is not None
    (event,) = events_in(told.decode().split("\n"))
    return event


@pytest.mark.parametrize(
    ("happened", "event"),
    [
        (Working("Looking through the law"), Sent("status", {"on": "Looking through the law"})),
        (Waits(0), Sent("status", {"on": "Waiting: this question is the next"})),
        (Waits(1), Sent("status", {"on": "Waiting: one question is before this one"})),
        (Waits(7), Sent("status", {"on": "Waiting: 7 questions are before this one"})),
        (Dropped(2, ("It says 4.",)), Sent("dropped", {"count": 2, "reasons": ["It says 4."]})),
        (Noticed("Two\nlines"), Sent("notice", {"notice": "Two\nlines"})),
        (
            Refused(Refusal("no_source", "Nothing is held.", "Ask on.")),
            Sent(
                "refusal",
                {"kind": "no_source", "reason": "Nothing is held.", "settled_by": "Ask on.", "nearest": []},
            ),
        ),
        (
            STATEMENT,
            Sent("statement", {"text": "In short:", "grade": "connecting", "marks": [], "citations": []}),
        ),
    ],
)
def test_each_thing_is_an_event_of_its_own(telling: Telling, happened: Happened, event: Sent) -> None:
    assert sent(telling.told(happened)) == event


def test_a_place_among_those_who_wait_is_told_when_it_changes(telling: Telling) -> None:
    told = [telling.told(Waits(before)) is not None for before in (2, 2, 1, 1, 0)]

    assert told == [True, False, True, False, True]


def test_where_nothing_happens_a_sign_of_life_is_given_each_quarter_of_a_minute(
    small_corpus: Corpus,
) -> None:
    seconds = map(float, count(step=5))
    ticking: Callable[[], float] = lambda: next(seconds)  # noqa: E731  # a clock that goes on when looked at
    telling = Telling(Numbered(small_corpus, TODAY), None, ticking)

    told = [telling.told(None) for _ in range(7)]

    assert [text is not None for text in told] == [False, False, True, False, False, True, False]
    assert told[2] == b": ping\n\n"


def test_an_error_before_anything_was_shown_is_told_as_it_is(telling: Telling) -> None:
    telling.told(Working("Looking through the law"))

    assert sent(telling.broken_off(PROBLEM)) == Sent("error", PROBLEM.model_dump(exclude_none=True))


def test_an_error_after_statements_takes_them_back(telling: Telling) -> None:
    telling.told(STATEMENT)

    told = sent(telling.broken_off(PROBLEM)).data["detail"]

    assert told == "the oil is gone. What was shown of this answer is not recorded: do not use it."
