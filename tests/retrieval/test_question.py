import pytest

from copilot.law import load_corpus
from copilot.law.references import InstrumentNames
from copilot.retrieval.everyday import EverydayWords
from copilot.retrieval.question import Question, read_question

TABLE = EverydayWords({"kill switch, off button": "stop halt", "boss": "management body"})


@pytest.fixture(scope="module")
def names() -> InstrumentNames:
    return InstrumentNames.of(load_corpus(policies=None).instruments.values())


def _read(text: str, names: InstrumentNames) -> Question:
    return read_question(text, names, TABLE)


def test_the_name_of_an_act_says_where_to_look_not_what_for(names: InstrumentNames) -> None:
    question = _read("When does the EU AI Act start to bind us?", names)

    assert question.acts == {"eu-ai-act"}
    assert question.bare == "When does the start to bind us?"


def test_a_question_that_is_only_the_name_of_an_act_is_looked_up_by_it(names: InstrumentNames) -> None:
    assert _read("MAR", names).bare == "MAR"


def test_everyday_words_count_less_than_the_laws_own(names: InstrumentNames) -> None:
    question = _read("Who presses the kill switch?", names)

    assert question.meant == "stop halt"
    assert question.in_law_words == "Who presses the kill switch? stop halt"
    assert question.words["press"] > question.words["stop"] > question.words["kill"]


def test_a_unit_named_with_its_act_is_known_and_one_without_is_a_number(names: InstrumentNames) -> None:
    with_act, without = _read("a fine under Art. 5 AI Act", names), _read("a fine under Article 5", names)

    assert {str(unit) for unit in with_act.named} == {"eu-ai-act/art-5"}
    assert not with_act.numbers
    assert not without.named
    assert without.numbers == {("art-5",)}


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("What does Art. 26(6) AI Act say?", True),
        ("Art. 26(6) AI Act", True),
        ("What is the fine for breaking Art. 5 AI Act?", False),
    ],
)
def test_reading_a_unit_is_told_from_mentioning_it(text: str, reads: bool, names: InstrumentNames) -> None:
    assert _read(text, names).about_text is reads


def test_of_a_very_long_question_the_beginning_counts(names: InstrumentNames) -> None:
    assert len(_read("oil " * 30_000, names).asked) <= 4_000
