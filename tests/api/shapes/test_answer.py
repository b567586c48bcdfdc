"""Citations as they are sent: numbered, and named as people name them."""

from __future__ import annotations

from api.shapes.answer import Numbered
from copilot.grounding import Answer, Check, Citation, Evidence, Statement
from copilot.law import Corpus, ProvisionId
from copilot.rules import ToolResult
from tests.conftest import TODAY

DUTY = ProvisionId.parse("lantern-act/art-1/2")
GONE = ProvisionId.parse("policy/gone/2.1")


def said(*cited: Citation) -> Statement:
    return Statement("A statement.", cited, Check("quoted"))


def law(provision: ProvisionId, quote: str) -> Citation:
    return Citation(provision, quote, ((0, len(quote)),), "digest")


def test_one_source_with_the_same_words_has_one_number(small_corpus: Corpus) -> None:
    numbered = Numbered(small_corpus, TODAY)
    answer = Answer(
        TODAY,
        (
            said(law(DUTY, "a keeper"), law(DUTY, "3 days")),
            said(law(DUTY, "a keeper"), law(GONE, "a keeper")),
        ),
        Evidence(),
        "f",
        1,
    )

    body = numbered.answer(answer, None)

    assert [[cited.number for cited in one.citations] for one in body.statements] == [[1, 2], [1, 3]]


def test_a_statement_that_was_streamed_has_the_same_numbers_in_the_whole_answer(
    small_corpus: Corpus,
) -> None:
    numbered = Numbered(small_corpus, TODAY)
    statement = said(law(DUTY, "3 days"))
    streamed = numbered.statement(statement, ())

    assert numbered.answer(Answer(TODAY, (statement,), Evidence(), "f", 1), None).statements == [streamed]


def test_a_text_that_is_held_no_longer_is_cited_by_its_id(small_corpus: Corpus) -> None:
    (cited,) = Numbered(small_corpus, TODAY).statement(said(law(GONE, "words")), ()).citations

    assert (cited.label, cited.act, cited.url) == ("§ 2.1", "policy/gone", None)


def test_a_result_is_cited_by_its_tool_and_its_verdict(small_corpus: Corpus) -> None:
    results = [ToolResult("fines", "1", TODAY, {}, verdict) for verdict in ("up to 1 %", "up to 2 %")]
    citation = Citation("tool:fines/2", "up to 2 %", ((0, 9),))

    (cited,) = Numbered(small_corpus, TODAY).statement(said(citation), results).citations

    assert (cited.kind, cited.source, cited.label) == ("tool", "tool:fines/2", "Fines: up to 2 %")
    assert (cited.act, cited.layer, cited.url) == ("", None, None)
