import pytest

from copilot.grounding.wording.denial import denials_in, denied_in, may_deny


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("it is not lit", 1),
        ("no lamp is lit, nor is it kept", 2),
        ("not later than dusk", 0),
        ("without undue delay", 0),
        ("whether or not it is lit", 0),
        ("not longer than a pole, lit or not", 0),
        ("it is no longer lit", 1),
    ],
)
def test_idioms_deny_nothing(text: str, times: int) -> None:
    assert denials_in(text) == times


def test_other_words_may_deny_too() -> None:
    assert may_deny("the lamp lacks oil")
    assert may_deny("lamps are exempt")
    assert not may_deny("the lamp is lit")


def test_what_is_denied_stands_behind_the_denial() -> None:
    assert denied_in("the lamp is not registered") == {"regist"}
