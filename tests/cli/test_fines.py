import json
from collections.abc import Callable

import pytest

Copilot = Callable[..., tuple[int, str, str]]
ON = ("--as-of", "2026-11-20")


def test_a_fine_is_said_with_its_steps(copilot: Copilot) -> None:
    code, out, _ = copilot("fines", "eu-ai-act/art-5/1/a", "--who", "smc", "--turnover", "1000000000", *ON)

    assert code == 0
    assert out.startswith("Administrative fine up to EUR 70 000 000 under Art. 99(3) AI Act.")
    assert "eu-ai-act/art-99/6a" in out


def test_a_fine_as_json_keeps_every_digit(copilot: Copilot) -> None:
    _, out, _ = copilot(
        "fines", "transparency", "--who", "undertaking", "--turnover", "500000000.03", *ON, "--json"
    )

    told = json.loads(out)
    assert told["ceiling_at_least"] == told["ceiling_at_most"] == "15000000.0009"
    assert told["status"] == "binds"
    assert (told["version"], told["valid"], told["as_of"]) == (
        "1",
        {"from": "2024-08-01", "until": None},
        "2026-11-20",
    )
    assert {figure["name"] for figure in told["figures"]} >= {"sum", "share", "ceiling"}
    assert told["open_questions"] == []


def test_what_is_open_is_said(copilot: Copilot) -> None:
    _, out, _ = copilot("fines", "literacy", *ON)
    told = json.loads(copilot("fines", "literacy", *ON, "--json")[1])

    assert "Still open:" in out
    assert told["ceiling_at_least"] is None
    assert {asked["fact"] for asked in told["open_questions"]} == {"supervisor"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("transparency", "--turnover", "-1"), 9, "not an amount of money"),
        (("transparency", "--turnover", "much"), 2, "is not an amount"),
        (("transparency", "--who", "giant"), 9, "there is no kind"),
        (("transparency", "--supervisor", "me"), 9, "there is no supervisor"),
        (("gdpr/art-33",), 9, "no rule on fines under gdpr"),
        (("eu-ai-act/art-999",), 4, "holds no art-999"),
        (("transparency", "--as-of", "2024-01-01"), 4, "had no wording"),
    ],
)
def test_bad_input_is_said(words: tuple[str, ...], code: int, said: str, copilot: Copilot) -> None:
    ended, out, err = copilot("fines", *words)

    assert (ended, out) == (code, "")
    assert said in err
