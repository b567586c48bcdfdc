import pytest

from tests.grounding.builders import LOG, SALE, gates_on_change, outcome


@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [(LOG, "shall keep", "shall not keep"), (SALE, "No importer", "Each importer")],
)
def test_an_added_or_a_lost_not_keeps_a_near_statement_back(sentence: str, old: str, new: str) -> None:
    assert gates_on_change("denial kept", sentence, old, new)


@pytest.mark.parametrize(
    ("text", "quote", "ended"),
    [
        ("Importers are barred from selling broken lamps.", SALE, "pass"),
        ("Importers sell broken lamps.", SALE, "fail"),
        ("Without prejudice to Union law, deployers log lamps for six months.", LOG, "pass"),
        ("Union law apart, deployers log lamps for no less than six months.", LOG, "pass"),
    ],
)
def test_worded_freely_it_may_be_denied_in_other_words(text: str, quote: str, ended: str) -> None:
    assert outcome("denial kept", text, quote) == ended
