from __future__ import annotations

from copilot.agent.extractive.passage import passages_of
from copilot.agent.extractive.source import Source


def unit(id_: str, text: str) -> Source:
    return Source(id_, f"{id_} X", text)


def test_a_short_list_is_one_piece_with_its_introduction() -> None:
    (passage,) = passages_of(
        (
            unit("x/art-1/1/b", "the lamp works."),
            unit("x/art-1/1", "Light it, where:"),
            unit("x/art-1/1/a", "it is dusk; and"),
        )
    )
    (piece,) = passage.pieces
    assert [words for _, words in piece.quotes] == [
        "Light it, where:",
        "it is dusk; and",
        "the lamp works.",
    ]
    assert piece.source.id == "x/art-1/1"


def test_a_long_list_is_cut_into_its_points_each_with_the_introduction() -> None:
    long = "it is so very dark in the street that nobody can see the way home at all, " * 4
    (passage,) = passages_of(
        (
            unit("x/art-1/1", "Light it, where:"),
            unit("x/art-1/1/a", f"{long};"),
            unit("x/art-1/1/b", f"{long}."),
        )
    )
    assert [piece.source.id for piece in passage.pieces] == ["x/art-1/1/a", "x/art-1/1/b"]
    assert all(piece.lead[1] == "Light it, where:" for piece in passage.pieces)


def test_points_read_on_from_a_subparagraph_that_introduces_them() -> None:
    (passage,) = passages_of(
        (
            unit("x/art-6/3", "It is not high-risk."),
            unit("x/art-6/3/a", "it is narrow."),
            unit("x/art-6/3/sub-2", "This holds where:"),
        )
    )
    assert [piece.text for piece in passage.pieces] == [
        "It is not high-risk.",
        "This holds where: it is narrow.",
    ]


def test_paragraphs_are_told_apart_and_points_of_an_article_kept_together() -> None:
    passages = passages_of(
        (
            unit("x/art-1/1", "A."),
            unit("x/art-1/2", "B."),
            unit("x/art-2/a", "c;"),
            unit("x/art-2", "Where:"),
        )
    )
    assert [len(passage.units) for passage in passages] == [1, 1, 2]


def test_an_introduction_without_its_points_is_not_said() -> None:
    (passage,) = passages_of((unit("x/art-1/1", "It is cleaned. It is lit where:"),))
    assert [piece.text for piece in passage.pieces] == ["It is cleaned."]
