import json
from collections.abc import Callable
from pathlib import Path

import pytest

Copilot = Callable[..., tuple[int, str, str]]
TODAY = ("--as-of", "2026-11-20")

_LENDER = """\
name: Lamp lender
nature: {machine_based: yes, autonomous: yes, infers: yes, influences: yes, model_only: no}
scope: {exclusively_defence: no, foreign_cooperation: no, sole_research: no, open_source: no}
nexus: {placed_in_union: yes}
roles: {developed: no, uses: yes, personal_use: no}
essential_services: {creditworthiness: yes, fraud_only: no, capital_model: no}
employment: no
task: {profiling: yes}
launch: {influences_decision: yes, consumer_credit: yes}
"""


@pytest.fixture
def facts(tmp_path: Path) -> str:
    """A file that describes a launch."""
    file = tmp_path / "launch.yaml"
    file.write_text(_LENDER, encoding="utf-8")
    return str(file)


def test_a_launch_is_held_against_three_places(facts: str, copilot: Copilot) -> None:
    code, out, _ = copilot(
        "jurisdictions", "--facts", facts, "--in", "eu", "--in", "us-co", "--in", "uk", *TODAY
    )

    assert code == 0
    assert "engaged: Consumer Credit Directive" in out
    assert "deployer, from 2027-01-01: Give notice before use." in out
    assert "not engaged: Colorado SB 24-205: enjoined" in out
    assert "note: There is no AI act; no AI bill" in out
    assert "UK GDPR Arts 22A to 22D (uk, possible)" in out
    assert "note: The duty of care, the risk programme" in out
    assert "launch.solely_automated: Are those decisions taken" in out


def test_json_carries_places_regimes_and_what_they_share(facts: str, copilot: Copilot) -> None:
    code, out, _ = copilot(
        "jurisdictions", "--facts", facts, "--in", "us-co", "--in", "uk", *TODAY, "--json"
    )

    told = json.loads(out)
    regimes = {one["regime"]: one for place in told["places"] for one in place["regimes"]}
    assert code == 0
    assert [place["place"] for place in told["places"]] == ["us-federal", "us-co", "uk"]
    assert regimes["us-co-sb-26-189"]["status"] == "enacted"
    assert regimes["us-co-sb-26-189"]["next_change"]["day"] == "2027-01-01"
    assert regimes["us-reg-b"]["engagement"] == "engaged"
    assert {one["place"] for theme in told["shared"] for one in theme["serves"]} == {
        "us-federal",
        "us-co",
        "uk",
    }
    assert told["known_until"] == "2026-11-20"
    assert told["valid"] == {"from": "2024-08-01", "until": None}


def test_the_form_can_be_asked_about(tmp_path: Path, copilot: Copilot) -> None:
    code, form, _ = copilot("jurisdictions", "--form")
    (tmp_path / "form.yaml").write_text(form, encoding="utf-8")

    assert code == 0
    code, out, _ = copilot("jurisdictions", "--facts", str(tmp_path / "form.yaml"), "--in", "eu", *TODAY)
    assert code == 0
    assert "European Union: 0 engaged" in out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--in", "colorado"), 9, "Did you mean us-co?"),
        (("--in", "atlantis"), 9, "us-ny-nyc (New York City)"),
        ((), 9, "no place was named"),
        (("--in", "uk", "--as-of", "2024-07-31"), 4, "not on 2024-07-31"),
    ],
)
def test_what_cannot_be_asked(
    words: tuple[str, ...], code: int, said: str, facts: str, copilot: Copilot
) -> None:
    ended, _, err = copilot("jurisdictions", "--facts", facts, *words)

    assert ended == code
    assert said in err


def test_a_missing_file_and_missing_facts_are_said(copilot: Copilot) -> None:
    code, _, err = copilot("jurisdictions", "--in", "uk")
    assert (code, "--facts FILE" in err) == (2, True)

    code, _, err = copilot("jurisdictions", "--facts", "nowhere.yaml", "--in", "uk")
    assert (code, "nowhere.yaml cannot be read" in err) == (9, True)
