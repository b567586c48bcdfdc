import json
from collections.abc import Callable
from pathlib import Path

import pytest

Copilot = Callable[..., tuple[int, str, str]]

_REACHED = """\
name: Lamp keeper rater
nature: {machine_based: yes, autonomous: yes, infers: yes, influences: yes, model_only: no}
scope: {exclusively_defence: no, foreign_cooperation: no, sole_research: no, open_source: no}
nexus: {placed_in_union: yes}
"""
_USED = """\
roles: {developed: no, uses: yes, personal_use: no, in_union: yes, distributes: no, imports: no}
employment: {recruitment: yes}
task: {profiling: yes}
organisation: {financial_institution: yes, public_law_body: no, public_services: no}
operation: {controls_logs: yes, at_workplace: yes}
"""


@pytest.fixture
def facts(tmp_path: Path) -> str:
    """A file that describes a system and who uses it."""
    file = tmp_path / "system.yaml"
    file.write_text(_REACHED + _USED, encoding="utf-8")
    return str(file)


def test_what_is_certain_is_told_in_full_and_the_rest_in_a_line(facts: str, copilot: Copilot) -> None:
    code, out, _ = copilot("duties", "--facts", facts, "--as-of", "2026-11-20", "--role", "deployer")

    assert code == 0
    assert "Owed, deployer:" in out
    assert "From 2025-02-02: binds now" in out
    assert "From 2027-12-02: not yet" in out
    assert "Inform workers and their representatives" in out
    assert "Fine: Art. 99(4)(e)" in out
    assert "Relief: monitoring is deemed met" in out
    assert "Possible, deployer:" in out
    assert "Fundamental rights impact assessment\n" in out
    assert "provider:" not in out


def test_what_is_not_owed_is_told_with_its_reason(facts: str, tmp_path: Path, copilot: Copilot) -> None:
    ruled_out = "education: no\nessential_services: no\nlaw_enforcement: no\nmigration: no\njustice: no\n"
    more = "democracy: no\nbiometrics: no\nemotions: no\ninfrastructure: no\nproduct: {laws: []}\n"
    whole = tmp_path / "whole.yaml"
    text = Path(facts).read_text(encoding="utf-8") + ruled_out + more
    whole.write_text(text + "crime_risk: {assesses: no}\n", encoding="utf-8")

    _, out, _ = copilot("duties", "--facts", str(whole), "--as-of", "2026-11-20")
    assert "Not owed:" in out
    assert "organisation.public_law_body is no, organisation.public_services is no" in out


def test_json_carries_dates_fines_evidence_and_steps(facts: str, copilot: Copilot) -> None:
    code, out, _ = copilot("duties", "--facts", facts, "--as-of", "2026-11-20", "--json")

    found = json.loads(out)
    assert code == 0
    assert found["tool"] == "ai_act_duties"
    assert found["valid"] == {"from": "2026-08-02", "until": "2026-12-02"}
    logs = next(duty for duty in found["duties"] if duty["key"] == "keep-logs-deployer")
    assert logs["certainty"] == "certain"
    assert logs["standing"] == "not-yet"
    assert logs["follows_from"][0] == {
        "tier": "high-risk-annex-iii",
        "provision": "eu-ai-act/anx-3/4/a",
        "certainty": "certain",
    }
    assert logs["reliefs"][0]["provision"] == "eu-ai-act/art-26/6/sub-2"
    assert logs["evidence"]
    assert found["steps"]


def test_a_doubt_is_noted(tmp_path: Path, copilot: Copilot) -> None:
    train = tmp_path / "train.yaml"
    train.write_text(
        _REACHED
        + "roles: {developed: yes, own_name: yes}\nsafety: {function: yes, only_convenience: no}\n"
        + "product: {laws: [rail-2016-797], is_product: yes, third_party_assessment: yes, only_other_risks: no}\n"
        + "employment: no\neducation: no\nessential_services: no\nlaw_enforcement: no\nmigration: no\n"
        + "justice: no\ndemocracy: no\nbiometrics: no\nemotions: no\ninfrastructure: no\n"
        + "crime_risk: {assesses: no}\n",
        encoding="utf-8",
    )

    _, out, _ = copilot("duties", "--facts", str(train), "--as-of", "2026-11-20")
    assert "Note: Annex I, Section B, makes it high-risk from the day" in out
    assert "Follow the product's own law" in out


def test_a_change_is_tried_out(facts: str, copilot: Copilot) -> None:
    code, out, _ = copilot("duties", "--facts", facts, "--as-of", "2026-11-20", "--if", "modify")

    assert code == 0
    assert "you become the provider of a high-risk system: Art. 25(1)(b)" in out
    assert "Gained, provider:" in out
    assert "What the initial provider owes you" in out


def test_a_new_purpose_is_told_in_a_second_file(tmp_path: Path, copilot: Copilot) -> None:
    bot, then = tmp_path / "bot.yaml", tmp_path / "then.yaml"
    bot.write_text(
        _REACHED
        + "roles: {developed: no, uses: yes, personal_use: no}\nconversation: {direct: yes}\nemployment: no\n"
        + "education: no\nessential_services: no\nlaw_enforcement: no\nmigration: no\njustice: no\n"
        + "democracy: no\nbiometrics: no\nemotions: no\ninfrastructure: no\nproduct: {laws: []}\n"
        + "crime_risk: {assesses: no}\n",
        encoding="utf-8",
    )
    then.write_text("employment: {recruitment: yes}\ntask: {profiling: yes}\n", encoding="utf-8")

    words = ("duties", "--facts", str(bot), "--as-of", "2026-11-20", "--if", "change-purpose")
    code, out, _ = copilot(*words, "--then", str(then), "--json")
    found = json.loads(out)
    assert code == 0
    assert found["becomes_provider"] == "certain"
    assert "risk-management" in found["gained"]

    code, _, err = copilot(*words)
    assert code == 9
    assert "new purpose" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--role", "lamplighter"), "is no role"),
        (("--if", "polish"), "is no change"),
        (("--then", "later.yaml"), "--then needs --if"),
    ],
)
def test_wrong_words_are_said(words: tuple[str, ...], said: str, facts: str, copilot: Copilot) -> None:
    code, _, err = copilot("duties", "--facts", facts, *words)

    assert code == 2
    assert said in err


def test_a_file_that_is_not_there_is_said(copilot: Copilot) -> None:
    code, _, err = copilot("duties", "--facts", "nowhere.yaml")

    assert code == 9
    assert "nowhere.yaml cannot be read" in err
