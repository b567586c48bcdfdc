import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs
from tests.api.routes.conftest import Printed

AS_OF = "2026-11-20"
RATER = {
    "name": "Lamp keeper rater",
    "nature": {
        "machine_based": True,
        "autonomous": True,
        "infers": True,
        "influences": True,
        "model_only": False,
    },
    "scope": {"exclusively_defence": False, "foreign_cooperation": False, "sole_research": False},
    "nexus": {"placed_in_union": True},
    "employment": {"recruitment": True},
    "task": {"profiling": True},
}
RATER_IN_A_FILE = """\
name: Lamp keeper rater
nature: {machine_based: yes, autonomous: yes, infers: yes, influences: yes, model_only: no}
scope: {exclusively_defence: no, foreign_cooperation: no, sole_research: no}
nexus: {placed_in_union: yes}
employment: {recruitment: yes}
task: {profiling: yes}
"""
WORDS = "It ranks applicants for our jobs by their CVs."


def test_a_system_is_classified_as_on_the_command_line(
    ruling: TestClient, printed: Printed, tmp_path: Path
) -> None:
    (tmp_path / "system.yaml").write_text(RATER_IN_A_FILE, encoding="utf-8")

    found = ruling.post("/v1/classify", json={"facts": RATER, "as_of": AS_OF}).json()

    certain = [tier["provision"] for tier in found["tiers"] if tier["certainty"] == "certain"]
    assert certain == ["eu-ai-act/anx-3/4/a"]
    assert found == printed("classify", "--facts", str(tmp_path / "system.yaml"), "--as-of", AS_OF)


def test_a_description_becomes_facts_with_their_words_as_on_the_command_line(
    ruling: TestClient, printed: Printed
) -> None:
    found = ruling.post("/v1/classify/describe", json={"text": WORDS, "as_of": AS_OF}).json()

    proposed = {one["fact"]: one for one in found["proposed"]}
    start, end = proposed["employment.recruitment"]["offsets"]
    assert WORDS[start:end] == proposed["employment.recruitment"]["words"]
    assert found["call"]["class"] == "high-risk"
    assert found == printed("classify", "--describe", WORDS, "--as-of", AS_OF)


def test_what_was_told_counts_over_the_description(ruling: TestClient) -> None:
    told = {"text": WORDS, "facts": {"employment": {"recruitment": False}}, "as_of": AS_OF}
    found = ruling.post("/v1/classify/describe", json=told).json()

    assert "employment.recruitment" in {one["fact"] for one in found["not_taken"]}


def test_every_fact_is_listed_with_its_question_for_a_form(ruling: TestClient) -> None:
    facts = {fact["name"]: fact for fact in ruling.get("/v1/classify/facts").json()["facts"]}

    assert facts["employment.recruitment"]["section"] == "employment"
    assert facts["employment.recruitment"]["question"].startswith("Is it meant for recruiting")
    assert {name for name, fact in facts.items() if fact["kind"] != "answer"} == {
        "market.placed_on",
        "product.laws",
        "general_purpose.training_flop",
    }
    assert "toys-2009-48" in facts["product.laws"]["choices"]


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"employment": {"involved": False, "recruitment": True}}, "contradictory-facts"),
        ({"employment": {"hiring": True}}, "invalid-request"),
        ({"lanterns": {}}, "invalid-request"),
        ({"employment": {"recruitment": 1}}, "invalid-request"),
        ({"employment": {"recruitment": "perhaps"}}, "invalid-request"),
        ({"market": {"placed_on": 86400}}, "invalid-request"),
        ({"general_purpose": {"training_flop": "NaN"}}, "invalid-request"),
        ({"name": "half a character: \ud800"}, "invalid-request"),
        ({"half a name: \ud800": True}, "invalid-request"),
        ([], "invalid-request"),
    ],
)
def test_facts_that_cannot_be_are_a_problem(facts: Any, kind: str, ruling: TestClient) -> None:
    body = json.dumps({"facts": facts, "as_of": AS_OF})
    answer = ruling.post("/v1/classify", content=body, headers={"Content-Type": "application/json"})

    assert (answer.status_code, answer.json()["type"]) == (422, f"urn:regulatory-copilot:{kind}")


def test_before_the_act_nothing_is_classified(ruling: TestClient) -> None:
    answer = ruling.post("/v1/classify", json={"facts": {}, "as_of": "2020-01-01"})

    assert (answer.status_code, answer.json()["type"]) == (404, "urn:regulatory-copilot:not-in-force")


def test_the_rules_are_for_those_who_may_use_them(client_as: ClientAs) -> None:
    body = {"facts": {}, "as_of": AS_OF}

    assert client_as("analyst").post("/v1/classify", json=body).status_code == 200
    assert client_as("auditor").post("/v1/classify", json=body).status_code == 403
    assert client_as("officer", scopes=("ask",)).post("/v1/classify", json=body).status_code == 403
