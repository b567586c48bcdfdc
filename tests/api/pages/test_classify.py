"""Classify without a script: forms sent and pages shown."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from fastapi.testclient import TestClient

from tests.api.conftest import ClientAs

SCORER = (
    "We use a model that scores the creditworthiness of natural persons applying for consumer loans. "
    "It does not read emotions."
)
CREDIT = "essential_services.creditworthiness"


def sent(client: TestClient, path: str = "/classify", **form: Any) -> str:
    """The page that a form brings, in plain letters."""
    response = client.post(path, data={"as_of": "2026-11-20", **form})
    assert response.status_code == 200, response.text
    return unescape(response.text)


def field(page: str, name: str, value: str) -> str:
    """The tag of a choice."""
    found = re.search(rf'<input[^>]*name="{re.escape(name)}" value="{value}"[^>]*>', page)
    assert found is not None, f"there is no {name} to answer with {value}"
    return found[0]


def test_the_page_begins_with_a_description(client: TestClient) -> None:
    page = client.get("/classify?as_of=2026-07-01").text

    assert "Describe the system in your own words" in page
    assert 'value="2026-07-01"' in page
    assert "The facts" not in page


def test_a_description_becomes_proposed_facts_with_the_words_they_were_read_from(
    client: TestClient,
) -> None:
    page = sent(client, description=SCORER)

    assert "Our model" not in page
    assert "<mark>scores the creditworthiness of natural persons applying for consumer loans</mark>" in page
    assert "checked" in field(page, CREDIT, "yes")
    assert "checked" not in field(page, "confirmed", CREDIT)
    assert f'name="proposed" value="{CREDIT}=yes"' in page
    assert "Read at its gravest: high-risk" in page


def test_facts_that_lessen_are_set_apart(client: TestClient) -> None:
    page = sent(client, description=SCORER)

    first, others = page.index("Check these first"), page.index("Read from the description")
    assert first < page.index("Does it identify or infer emotions?") < others
    assert "The facts to check first change nothing about this." in page


def test_what_would_follow_without_them_is_said(client: TestClient) -> None:
    page = sent(
        client, description="It infers emotions of employees at the workplace for safety reasons only."
    )

    assert "Without the facts to check first: prohibited" in page


def test_confirmed_and_proposed_facts_stand_apart_in_the_result(client: TestClient) -> None:
    page = sent(client, description=SCORER, proposed=f"{CREDIT}=yes", confirmed=CREDIT, **{CREDIT: "yes"})

    told, proposed = page.index("Facts told or confirmed"), page.index("Facts only proposed")
    assert told < page.index("essential services: creditworthiness: <strong>yes") < proposed
    assert proposed < page.index("<li>nature: infers: yes")


def test_questions_are_answered_without_a_description(client: TestClient) -> None:
    page = sent(client, **{"nature.machine_based": "no"})

    assert "Not an AI system" in page
    assert "Answered before" in page
    assert "checked" in field(page, "nature.machine_based", "no")


def test_more_questions_are_shown_for_the_asking(client: TestClient) -> None:
    few, more = sent(client), sent(client, room="16")

    assert (few.count('name="asked"'), more.count('name="asked"')) == (8, 16)
    assert 'name="room" value="16"' in few


def test_an_article_is_a_link_to_how_it_read_on_the_day(client: TestClient) -> None:
    assert '/provision/eu-ai-act/anx-3/5/b?as_of=2026-11-20">Annex III, point 5(b)</a>' in sent(
        client, description=SCORER
    )


def test_two_answers_that_cannot_both_be_are_named_at_the_top_and_at_their_fields(
    client: TestClient,
) -> None:
    response = client.post(
        "/classify",
        data={"nexus.placed_in_union": "yes", "scope.before_market": "yes", "as_of": "2026-11-20"},
    )

    assert response.status_code == 422
    said = "“scope: before market” is yes and “nexus: placed in union” is yes: both cannot be"
    assert f'<a href="#fact-scope-before-market">{said}</a>. Correct one of the two.' in response.text
    assert (
        f'<p class="fault" id="fact-nexus-placed-in-union-fault" data-live="fault">{said}' in response.text
    )
    assert "Not classified" in response.text


def test_a_text_that_is_not_read_is_refused_at_its_field(client: TestClient) -> None:
    response = client.post(
        "/classify", data={"description": "Das System bewertet, ob wir einen Kredit geben."}
    )

    assert response.status_code == 422
    assert 'href="#description"' in response.text
    assert 'aria-describedby="description-hint description-fault" aria-invalid="true"' in response.text


def test_a_day_that_is_none_and_a_day_before_the_act_are_refused_at_the_day(client: TestClient) -> None:
    for day, said in (("soon", "“soon” is not a day"), ("2019-01-01", "was not in force on 2019-01-01")):
        response = client.post("/classify", data={"as_of": day})
        assert response.status_code == 422
        assert said in response.text
        assert 'href="#as_of"' in response.text


def test_a_description_is_shown_as_text_and_never_as_markup(client: TestClient) -> None:
    response = client.post("/classify", data={"description": f"<script>alert(1)</script> {SCORER}"})

    assert "<script>alert" not in response.text


def test_the_part_that_changes_is_brought_alone(client: TestClient) -> None:
    page = sent(client, "/classify/again", description=SCORER)

    assert "<html" not in page
    assert 'data-summary="High-risk under Annex III, if the Act reaches the system. ' in sent(
        client,
        "/classify/again",
        **{CREDIT: "yes", "essential_services.fraud_only": "no", "essential_services.capital_model": "no"}
        | {"task.profiling": "yes"},
    )


def test_answers_already_on_the_page_stay_where_they_are_while_it_changes(client: TestClient) -> None:
    page = sent(client, "/classify/again", asked="nature.machine_based", **{"nature.machine_based": "yes"})

    assert page.index("Questions, the most telling first") < page.index("Is it machine-based?")


def test_the_days_are_saved_for_a_calendar(client: TestClient) -> None:
    response = client.post(
        "/classify/duties.ics", data={"name": "Scorer", "roles.uses": "yes", **_DEPLOYER}
    )

    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    assert response.headers["content-disposition"] == 'attachment; filename="duties.ics"'
    assert "DTSTART;VALUE=DATE:20250202" in response.text


def test_the_case_is_saved_as_json(client: TestClient) -> None:
    response = client.post(
        "/classify/duties.json", data={"description": SCORER, "role": "deployer", **_DEPLOYER}
    )

    body = json.loads(response.text)
    assert {duty["role"] for duty in body["duties"]} == {"deployer", "everyone"}
    assert CREDIT in body["only_proposed"]


def test_a_case_that_cannot_be_is_not_saved(client: TestClient) -> None:
    told = {"nexus.placed_in_union": "yes", "scope.before_market": "yes"}

    for file in ("duties.ics", "duties.json"):
        response = client.post(f"/classify/{file}", data=told)
        assert response.status_code == 422
        assert "Not classified" in response.text


def test_a_change_of_another_s_system_is_asked_about(client: TestClient) -> None:
    page = sent(client, change="rename", **_DEPLOYER)

    assert "If you put your own name or trademark on it:" in page


def test_only_who_may_use_the_rules_classifies(client_as: ClientAs) -> None:
    assert client_as("officer").post("/classify", data={}).status_code == 200
    assert client_as("auditor").post("/classify", data={}).status_code == 403


_DEPLOYER = {
    "as_of": "2026-11-20",
    **dict.fromkeys(
        (
            "nature.machine_based",
            "nature.autonomous",
            "nature.infers",
            "nature.influences",
            "nexus.placed_in_union",
            "roles.uses",
        ),
        "yes",
    ),
    **dict.fromkeys(
        (
            "nature.model_only",
            "scope.exclusively_defence",
            "scope.output_exclusively_defence",
            "scope.foreign_cooperation",
            "scope.sole_research",
            "roles.personal_use",
            "roles.developed",
        ),
        "no",
    ),
}
