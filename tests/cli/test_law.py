import json
from collections.abc import Callable

import pytest

Copilot = Callable[..., tuple[int, str, str]]


def test_instruments_are_listed(copilot: Copilot) -> None:
    code, out, _ = copilot("law", "list", "--json")

    assert code == 0
    assert "AI Act" in {act["short"] for act in json.loads(out)}
    assert "eu-ai-act" in copilot("law", "list")[1]


def test_the_provisions_of_an_instrument_are_listed(copilot: Copilot) -> None:
    _, out, _ = copilot("law", "list", "eu-ai-act", "--as-of", "2026-11-20", "--json")

    labels = {item["label"] for item in json.loads(out)}
    assert {"Art. 6", "Art. 6(3)"} <= labels
    assert "Art. 6(3)" in copilot("law", "list", "eu-ai-act")[1]


@pytest.mark.parametrize(("day", "there"), [("2026-07-26", False), ("2026-07-27", True)])
def test_a_provision_is_shown_as_worded_on_the_day(day: str, there: bool, copilot: Copilot) -> None:
    code, out, _ = copilot("law", "show", "eu-ai-act/art-6", "--as-of", day)

    assert code == 0
    assert "Classification rules" in out
    assert ("Art. 6(1a)" in out) is there


def test_a_provision_as_json_carries_its_dates_and_hash(copilot: Copilot) -> None:
    _, out, _ = copilot("law", "show", "eu-ai-act/art-6/1a", "--as-of", "2026-11-20", "--json")

    (shown,) = json.loads(out)
    assert shown["in_force"] == {"from": "2026-07-27", "until": None}
    assert len(shown["sha256"]) == 64


def test_a_timeline_shows_every_wording(copilot: Copilot) -> None:
    code, out, _ = copilot("law", "timeline", "eu-ai-act/art-6/1a")

    assert code == 0
    assert "worded from 2026-07-27" in out
    assert json.loads(copilot("law", "timeline", "eu-ai-act/art-6/1a", "--json")[1])[0]["layer"] == "digest"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "eu-ai-act/art-999"), "holds no art-999"),
        (("show", "neon-act/art-1"), "no instrument 'neon-act'"),
        (("list", "neon-act"), "no instrument 'neon-act'"),
        (("timeline", "Art. 6 AI Act"), "is not the id of a provision"),
        (("show", "eu-ai-act/art-6", "--as-of", "1999-01-01"), "had no wording on 1999-01-01"),
    ],
)
def test_what_is_not_held_is_said(words: tuple[str, ...], said: str, copilot: Copilot) -> None:
    code, out, err = copilot("law", *words)

    assert (code, out) == (4, "")
    assert said in err
