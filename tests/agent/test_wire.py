"""What a model writes, read while it is still being written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.agent.wire import AnswerReader, Declined, written
from copilot.grounding import Draft, DraftCitation

FIRST = Draft("A keeper lights each lantern.", (DraftCitation("lantern-act/art-1", "light each lantern"),))
SECOND = Draft("Only vegetable oil is burnt.", (DraftCitation("lantern-act/art-2", "vegetable oil"),))


def read(text: str, piece: int = 7) -> list[Draft | Declined]:
    reader = AnswerReader()
    found = [said for at in range(0, len(text), piece) for said in reader.read(text[at : at + piece])]
    return [*found, *reader.end()]


@given(st.integers(1, 40))
def test_statements_come_out_whole_however_the_stream_is_cut(piece: int) -> None:
    assert read(written(FIRST) + written(SECOND), piece) == [FIRST, SECOND]


def test_a_statement_is_there_before_the_answer_ends() -> None:
    reader = AnswerReader()

    assert list(reader.read(written(FIRST) + written(SECOND)[:20])) == [FIRST]


@pytest.mark.parametrize(
    "form",
    [
        "```json\n{}\n```\n",
        "[{},]",
        "\n\n  {}  \n",
    ],
    ids=["in a fence", "in a list", "with space around"],
)
def test_common_forms_around_the_object_are_read(form: str) -> None:
    assert read(form.replace("{}", written(FIRST).strip())) == [FIRST]


def test_an_object_over_several_lines_is_read() -> None:
    pretty = json.dumps(json.loads(written(FIRST)), indent=2)

    assert read(pretty) == [FIRST]


def test_each_sentence_of_a_statement_is_held_against_all_it_cites() -> None:
    both = Draft("A keeper lights lanterns. Art. 1(1) asks for it.", FIRST.citations)

    assert [said.text for said in read(written(both)) if isinstance(said, Draft)] == [
        "A keeper lights lanterns.",
        "Art. 1(1) asks for it.",
    ]


def test_a_broken_object_is_given_up_where_the_next_begins() -> None:
    assert read('{"say": "A keeper" oops\n' + written(SECOND)) == [SECOND]


def test_half_a_statement_is_none() -> None:
    assert read(written(FIRST) + '{"say": "Only vegetable') == [FIRST]


def test_plain_text_becomes_sentences_without_a_citation_at_the_end() -> None:
    assert read("Street keepers light the lanterns. Inspectors enter the store.\n" + written(FIRST)) == [
        FIRST,
        Draft("Street keepers light the lanterns."),
        Draft("Inspectors enter the store."),
    ]


def test_what_is_said_on_the_way_to_a_tool_is_forgotten() -> None:
    reader = AnswerReader()
    said = list(reader.read("Let me look that up.\n"))
    reader.begin_again()

    assert [*said, *reader.end()] == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"refuse": "no_source"}', ["no_source"]),
        ('{"refuse": "because I say so"}', []),
        ('{"say": 5}', []),
        ('{"say": "", "cites": []}', []),
        ('{"other": true}', []),
    ],
)
def test_refusals_are_of_known_kinds_and_other_objects_say_nothing(line: str, said: list[str]) -> None:
    assert read(line) == said


def test_entities_that_fence_the_sources_are_read_as_letters() -> None:
    (said,) = read('{"say": "Less than 5.", "cites": [{"of": "a/1", "words": "&lt; 5"}]}')

    assert isinstance(said, Draft)
    assert said.citations == (DraftCitation("a/1", "< 5"),)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    read(text)
