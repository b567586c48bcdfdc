import json
from collections.abc import Callable
from pathlib import Path

import pytest

Copilot = Callable[..., tuple[int, str, str]]
ON = ("--as-of", "2026-11-20")


def _file(folder: Path, text: str) -> str:
    file = folder / "facts.yaml"
    file.write_text(text)
    return str(file)


def test_an_entity_is_told_what_it_owes(copilot: Copilot, tmp_path: Path) -> None:
    facts = _file(tmp_path, "aifm: yes\naverage_employees: 501\nconsiders_adverse_impacts: no\n")
    code, out, _ = copilot("sfdr", "entity", "--facts", facts, *ON)

    assert code == 0
    assert "it may not explain instead" in out.splitlines()[0]
    assert "adverse-impacts-own-size  [sfdr/art-4/3]" in out
    assert "Due: 30 June each year." in out
    assert "Possible:" in out
    assert "proposed, not law: COM(2025) 841" in out
    assert "Steps:" not in out


def test_a_product_as_json_has_its_obligations(copilot: Copilot, tmp_path: Path) -> None:
    facts = _file(
        tmp_path,
        "kind: aif\nmaker: aifm\npromotes_characteristics: yes\ngood_governance: yes\n"
        "sustainable_objective: no\ncarbon_objective: no\ninvestment_options: no\n",
    )
    code, out, _ = copilot("sfdr", "product", "--facts", facts, *ON, "--json")

    told = json.loads(out)
    assert code == 0
    assert [each["regime"] for each in told["regimes"]] == ["article-6", "article-8"]
    template = next(each for each in told["obligations"] if each["name"] == "characteristics-template")
    assert (template["provision"], template["certainty"], template["status"], template["since"]) == (
        "sfdr-rts/art-14",
        "certain",
        "binds",
        "2023-01-01",
    )
    assert template["evidence"]
    assert told["proposal"]["status"] == "proposed"
    assert (told["version"], told["valid"]) == ("1", {"from": "2021-03-10", "until": None})


def test_steps_are_shown_where_they_are_asked_for(copilot: Copilot, tmp_path: Path) -> None:
    _, out, _ = copilot("sfdr", "product", "--facts", _file(tmp_path, "kind: other\n"), *ON, "--steps")

    assert "no: kind is other" in out


@pytest.mark.parametrize("what", ["entity", "product"])
def test_a_form_can_be_filled_in(what: str, copilot: Copilot, tmp_path: Path) -> None:
    _, form, _ = copilot("sfdr", what, "--form")
    code, out, _ = copilot("sfdr", what, "--facts", _file(tmp_path, form), *ON)

    assert code == 0
    assert "0 obligations owed" in out


@pytest.mark.parametrize(
    ("text", "day", "code", "said"),
    [
        ("persons_employed: -1", "2026-11-20", 9, "persons_employed cannot be -1"),
        ("iorp: no\niorp_article_5: yes", "2026-11-20", 9, "both cannot be"),
        ("colour: blue", "2026-11-20", 9, "there is no fact 'colour'"),
        ("aifm: yes", "2021-03-09", 4, "SFDR applies from 2021-03-10"),
    ],
)
def test_bad_input_is_said(
    text: str, day: str, code: int, said: str, copilot: Copilot, tmp_path: Path
) -> None:
    ended, out, err = copilot("sfdr", "entity", "--facts", _file(tmp_path, text), "--as-of", day)

    assert (ended, out) == (code, "")
    assert said in err


def test_without_facts_the_usage_is_said(copilot: Copilot, tmp_path: Path) -> None:
    assert copilot("sfdr", "entity", *ON)[0] == 2
    ended, _, err = copilot("sfdr", "product", "--facts", str(tmp_path / "none.yaml"), *ON)
    assert ended == 9
    assert "cannot be read" in err
