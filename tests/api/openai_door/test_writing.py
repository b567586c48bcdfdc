"""The text of an answer, and where its annotations point, for statements of every kind."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from api.openai_door.writing import Writing, plain, refused
from copilot.agent.events import Done, Noticed, Refused, Shown, Working
from copilot.grounding import Answer, Check, Citation, Evidence, Finding, Refusal, Statement
from copilot.law import Corpus, ProvisionId
from copilot.rules import ToolResult

DAY = date(2026, 11, 20)
BASE = "http://127.0.0.1:8000/"
RESULT = ToolResult("rating", "1", DAY, {}, "a lamp of the first class")
RULE = Citation(ProvisionId.parse("lantern-act/art-1/2"), "within 3 days", ((40, 53),), "digest")
RATED = Citation("tool:rating/1", "of the first class", ((7, 25),))


def statement(text: str, *citations: Citation, grade: str = "quoted", mark: str | None = None) -> Statement:
    findings = () if mark is None else (Finding("scope", "fail", mark, gates=False),)
    return Statement(text, citations, Check(grade, findings))  # type: ignore[arg-type]  # a grade by its name


def answer(*statements: Statement, refusal: Refusal | None = None, dropped: int = 0) -> Answer:
    evidence = Evidence(results=(RESULT,))
    return Answer(DAY, statements, evidence, "print", 7, dropped, refusal, ())


def written(corpus: Corpus, given: Answer) -> str:
    return Writing(corpus, DAY, BASE).whole(given).text


def test_notes_stand_behind_a_statement_and_are_told_of_below(small_corpus: Corpus) -> None:
    text = written(
        small_corpus, answer(statement("In short:"), statement("Report it in 3 days.", RULE, RATED))
    )

    assert text == (
        "In short:\n\nReport it in 3 days. [1][2]\n\n**Sources**\n\n"
        "[1] [Art. 1(2) Lantern Act](http://127.0.0.1:8000/provision/lantern-act/art-1/2?as_of=2026-11-20) (digest): "
        "“within 3 days”\n\n[2] Rating: “of the first class”\n\nAs of 2026-11-20. Record 7."
    )


def test_a_result_of_a_rule_has_a_name_for_an_address(small_corpus: Corpus) -> None:
    (annotation,) = Writing(small_corpus, DAY, BASE).whole(answer(statement("It is.", RATED))).annotations

    assert annotation.url_citation.url == "urn:regulatory-copilot:tool:rating/1"
    assert annotation.url_citation.title == "Rating"
    assert (annotation.copilot.kind, annotation.copilot.quote) == ("tool", "of the first class")


def test_what_was_worded_freely_and_what_to_look_at_is_said(small_corpus: Corpus) -> None:
    text = written(
        small_corpus, answer(statement("Soon.", RULE, grade="checked", mark="the time is vague"), dropped=2)
    )

    assert "Soon. [1] (checked)\n(look at: the time is vague)" in text
    assert "Statements left out since they did not hold: 2." in text
    assert text.endswith("checked: worded freely; every check that gates holds.")


def test_a_refusal_says_what_would_settle_it(small_corpus: Corpus) -> None:
    refusal = Refusal("missing_fact", "It is not said who keeps it.", "Say who does.", (RULE.source,))  # type: ignore[arg-type]

    text = written(small_corpus, answer(refusal=refusal))

    assert text.startswith(
        "No answer (missing fact). It is not said who keeps it.\n\nSay who does.\n\nNearest: lantern-act/art-1/2"
    )
    assert refused(Refusal("conflict", "Two acts differ.", "Ask counsel.")) == (
        "Conflict. Two acts differ.\n\nAsk counsel."
    )


def test_no_text_brings_a_link_a_picture_or_a_note_of_its_own(small_corpus: Corpus) -> None:
    hostile = "See ![x](http://evil.example/?q=1), [2] and <img src=x> `ls`."

    text = written(small_corpus, answer(statement(hostile, RULE)))

    assert text.startswith(r"See !\[x\](http://evil.example/?q=1), \[2\] and \<img src=x> \`ls\`. [1]")


def test_what_is_being_done_adds_nothing(small_corpus: Corpus) -> None:
    assert Writing(small_corpus, DAY, BASE).piece(Working("Looking")) is None


texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
cited = st.lists(st.sampled_from([RULE, RATED]), max_size=3).map(tuple)


@given(said=st.lists(st.tuples(texts, cited), min_size=1, max_size=6), notice=st.none() | texts)
def test_each_annotation_points_at_its_note_and_its_statement(
    small_corpus: Corpus, said: list[tuple[str, tuple[Citation, ...]]], notice: str | None
) -> None:
    writing, statements = (
        Writing(small_corpus, DAY, BASE),
        [statement(text, *cites) for text, cites in said],
    )
    events: list[object] = [Noticed(notice)] if notice else []
    events += [*(Shown(one, (RESULT,)) for one in statements), Refused(Refusal("conflict", "a", "b"))]

    pieces = [writing.piece(event) for event in (*events, Done(answer(*statements)))]

    text = "".join(piece.text for piece in pieces if piece)
    annotations = [one for piece in pieces if piece for one in piece.annotations]
    assert [one.index for one in annotations] == list(range(len(annotations)))
    for one in annotations:
        note = text[one.url_citation.start_index : one.url_citation.end_index]
        assert note == f"[{one.copilot.number}]"
        assert text[slice(*one.copilot.statement)] in {plain(words) for words, _ in said}
