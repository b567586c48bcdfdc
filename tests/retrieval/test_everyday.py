from copilot.retrieval.everyday import EverydayWords

TABLE = EverydayWords({"Kill-Switch, off button": "stop halt", "switch": "change"})


def test_a_phrase_is_found_however_it_is_written() -> None:
    found = TABLE.found_in("Where is the KILL SWITCH?")

    assert found.said == "kill switch switch"
    assert found.meant == "stop halt change"


def test_a_word_within_another_is_not_found() -> None:
    assert TABLE.found_in("switchboards").meant == ""


def test_phrases_of_one_line_are_translated_once() -> None:
    assert TABLE.found_in("an off button, a kill switch").meant.count("halt") == 1


def test_the_shipped_table_knows_a_chatbot() -> None:
    assert "interact" in EverydayWords.shipped().found_in("May our chatbot advise clients?").meant
