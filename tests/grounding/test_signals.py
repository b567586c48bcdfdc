import pytest

from copilot.grounding.signals import signals_of
from tests.grounding.builders import LOG, SALE, claim

FAITHFUL = (
    "For every lamp a deployer has to retain records, half a year's worth or more, "
    "except where Union law differs."
)


def test_a_faithful_wording_shows_no_sign_but_new_words() -> None:
    signs = {name for name, value in signals_of(claim(FAITHFUL)).items() if value}

    assert signs <= {"has many new words", "has new words in a row", "ends in new words"}


@pytest.mark.parametrize(
    ("text", "quote", "sign"),
    [
        ("Deployers are free to log the lamps.", LOG, "differs in force"),
        ("Importers keep a log of the lamps.", LOG, "names an actor of another sentence"),
        ("Notified bodies keep a log of the lamps.", LOG, "names an actor its source does not"),
        ("Lamps are logged for at most six months.", LOG, "turns a bound"),
        ("Logs of some lamps have to be kept.", LOG, "says some for all"),
        ("Lamp logs have to be kept.", LOG, "drops an exception"),
        ("An importer sells broken lamps.", SALE, "denies nothing where its source does"),
        ("A deployer does not log the lamps.", LOG, "denies what is affirmed"),
    ],
)
def test_each_change_shows_a_sign(text: str, quote: str, sign: str) -> None:
    assert signals_of(claim(text, quote))[sign] == 1
