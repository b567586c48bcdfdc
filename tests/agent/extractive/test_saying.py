from __future__ import annotations

from copilot.agent.extractive.passage import Piece, passages_of
from copilot.agent.extractive.saying import pieces_said
from copilot.agent.extractive.source import Source

_LONG = (
    "Deployers of high-risk AI systems shall keep those logs which the system generates automatically, to the extent "
    "that they have control over those logs, for a period which is appropriate to the purpose and lasts at least six "
    "months, unless Union or national law provides otherwise"
)


def logs(text: str, label: str = "Art. 26(6) AI Act") -> Source:
    return Source("eu-ai-act/art-26/6", label, text)


def said(*sources: Source) -> list[str]:
    pieces: list[Piece] = [piece for passage in passages_of(sources) for piece in passage.pieces]
    return [draft.text for draft in pieces_said(pieces)]


def test_a_sentence_is_said_in_its_own_words_with_its_pinpoint() -> None:
    assert said(logs(f"{_LONG}.")) == [f"{_LONG} (Art. 26(6) AI Act)."]


def test_a_pinpoint_is_shorter_or_left_to_the_citation_behind_a_short_sentence() -> None:
    medium = "Deployers shall keep the logs of the system for at least six months in every single case."
    assert said(logs(medium)) == [f"{medium[:-1]} (Art. 26(6))."]
    assert said(logs("Deployers shall keep the logs.")) == ["Deployers shall keep the logs."]


def test_of_several_points_what_introduces_them_is_said_once() -> None:
    assert said(
        Source(
            "x/art-1",
            "Art. 1 X",
            "A keeper shall do all of the following, each of them every evening at dusk:",
        ),
        Source("x/art-1/a", "Art. 1(a) X", f"{_LONG};"),
        Source("x/art-1/b", "Art. 1(b) X", f"{_LONG}, too."),
    ) == [
        "A keeper shall do all of the following, each of them every evening at dusk (Art. 1):",
        f"{_LONG} (Art. 1(a) X).",
        f"{_LONG}, too (Art. 1(b) X).",
    ]


def test_a_point_without_its_introduction_is_said_to_stand_under_its_unit() -> None:
    assert said(Source("x/anx-3/4/a", "Annex III, point 4(a) X", "systems for recruiting persons;")) == [
        "Annex III, point 4(a) X: systems for recruiting persons."
    ]
