import pytest
from pydantic import TypeAdapter, ValidationError

from evals.cases import says, says_all
from evals.cases.words import Words, plain


@pytest.mark.parametrize(
    ("text", "thing", "said"),
    [
        ("Logs are kept for SIX\u202fmonths.", ("six months",), True),
        ("a machine\u2011readable format", ("machine-readable",), True),
        ("the provider\u2019s documents", ("provider's",), True),
        ("soft\u00adhyphen", ("softhyphen",), True),
        ("deployers and providers", ("deployer*",), True),
        ("deployers and providers", ("deployer",), False),
        ("the redeployer", ("deployer*",), False),
        ("EUR 15 000", ("5 000",), False),
        ("at the latest", ("no later than", "at the latest"), True),
    ],
)
def test_a_wording_is_found_as_whole_words_however_it_is_typeset(
    text: str, thing: tuple[str, ...], said: bool
) -> None:
    assert says(text, thing) is said


def test_every_thing_has_to_be_said() -> None:
    words = (("provider*",), ("six months", "6 months"))

    assert says_all("Providers keep logs for 6 months.", words)
    assert not says_all("Providers keep logs.", words)


def test_the_plain_form_of_a_plain_text_is_itself() -> None:
    assert plain(plain("\u201cArt.\u00a026(6)\u201d \u2013  LOGS")) == '"art. 26(6)" - logs'


@pytest.mark.parametrize("wording", ["Six months", "six  months", "", "*", " six"])
def test_a_wording_that_could_never_be_found_is_refused(wording: str) -> None:
    with pytest.raises(ValidationError, match="plain form"):
        TypeAdapter(Words).validate_python([[wording]])


def test_a_thing_without_a_wording_is_refused() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Words).validate_python([[]])
