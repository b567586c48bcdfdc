from datetime import date

import pytest

from copilot.rules.ai_act import classify
from tests.rules.ai_act.builders import TODAY, found, named, plain, yes
from tests.rules.ai_act.cases import Topics

_TALKS: Topics = {"conversation": yes("direct")}
_WRITES: Topics = {"content": yes("synthetic")}
_READS: Topics = {"emotions": yes("emotions", "from_biometrics"), "biometrics": yes("involved")}
_SORTS: Topics = {"biometrics": yes("categorises")}
_FAKES: Topics = {"content": yes("deep_fake", "assistive_editing")}
_INFORMS: Topics = {"content": yes("public_interest_text", "assistive_editing")}
_AUTHORISED = yes("authorised_by_law", "safeguards")
_PERMITTED = yes("permitted_biometrics", "safeguards")


def _informs(*facts: str) -> Topics:
    return {"content": {**_INFORMS["content"], **yes(*facts)}}


MET: list[tuple[str, Topics]] = [
    ("art-50/1", _TALKS),
    ("art-50/1", {**_TALKS, "crime_fighting": yes("authorised_by_law")}),
    ("art-50/1", {**_TALKS, "crime_fighting": yes("safeguards")}),
    ("art-50/1", {**_TALKS, "crime_fighting": {**_AUTHORISED, "public_reporting": True}}),
    ("art-50/1", {**_TALKS, "crime_fighting": _PERMITTED}),
    ("art-50/2", _WRITES),
    ("art-50/2", {**_WRITES, "crime_fighting": _PERMITTED}),
    ("art-50/2", {"content": yes("synthetic", "artistic")}),
    ("art-50/3", _READS),
    ("art-50/3", {**_READS, "emotions": yes("intentions", "from_biometrics")}),
    ("art-50/3", _SORTS),
    ("art-50/3", {**_READS, "crime_fighting": yes("permitted_biometrics")}),
    ("art-50/3", {**_READS, "crime_fighting": _AUTHORISED}),
    ("art-50/4", _FAKES),
    ("art-50/4", {"content": {**_FAKES["content"], **yes("human_review", "editorial_responsibility")}}),
    ("art-50/4", {**_FAKES, "crime_fighting": _PERMITTED}),
    ("art-50/4/sub-2", _INFORMS),
    ("art-50/4/sub-2", _informs("human_review")),
    ("art-50/4/sub-2", _informs("editorial_responsibility")),
    ("art-50/4/sub-2", _informs("artistic")),
]
"""Each paragraph, and each exception of it or of another that does not quite hold."""

LIFTED: list[tuple[str, Topics]] = [
    ("art-50/1", {"conversation": yes("direct", "obvious")}),
    ("art-50/1", {**_TALKS, "crime_fighting": _AUTHORISED}),
    ("art-50/2", {"content": yes("synthetic", "assistive_editing")}),
    ("art-50/2", {"content": yes("synthetic", "input_unaltered")}),
    ("art-50/2", {**_WRITES, "crime_fighting": yes("authorised_by_law")}),
    ("art-50/3", {**_READS, "crime_fighting": _PERMITTED}),
    ("art-50/3", {**_SORTS, "crime_fighting": _PERMITTED}),
    ("art-50/4", {**_FAKES, "crime_fighting": yes("authorised_by_law")}),
    ("art-50/4/sub-2", {**_INFORMS, "crime_fighting": yes("authorised_by_law")}),
    ("art-50/4/sub-2", _informs("human_review", "editorial_responsibility")),
]
"""Each exception, as its paragraph has it."""

MISSED: list[tuple[str, Topics]] = [
    ("art-50/1", {"conversation": yes("obvious")}),
    ("art-50/2", {"content": yes("assistive_editing")}),
    ("art-50/3", {"emotions": yes("emotions")}),
    ("art-50/3", {"emotions": yes("from_biometrics"), "biometrics": yes("involved")}),
    ("art-50/3", {"biometrics": yes("categorises", "ancillary")}),
    ("art-50/4", {"content": yes("assistive_editing", "artistic")}),
    ("art-50/4/sub-2", {"content": yes("assistive_editing", "human_review")}),
]
"""Each paragraph without one of its elements."""


@pytest.mark.parametrize(("paragraph", "topics"), MET)
def test_each_paragraph_is_met(paragraph: str, topics: Topics) -> None:
    assert f"transparency:{paragraph}" in found(plain(**topics))


@pytest.mark.parametrize(("paragraph", "topics"), [*LIFTED, *MISSED])
def test_each_exception_lifts_its_paragraph_and_each_element_is_needed(
    paragraph: str, topics: Topics
) -> None:
    classification = classify(plain(**topics), TODAY)

    assert "transparency" not in (*classification.tiers, *classification.possible_tiers), paragraph


@pytest.mark.parametrize(
    ("topics", "open_one", "asked"),
    [
        ({"conversation": {"direct": None}}, "transparency:art-50/1", "conversation.direct"),
        (
            {"conversation": {"direct": True, "obvious": None}},
            "transparency:art-50/1",
            "conversation.obvious",
        ),
        (
            {**_TALKS, "crime_fighting": {**_AUTHORISED, "public_reporting": None}},
            "transparency:art-50/1",
            "crime_fighting.public_reporting",
        ),
        ({"content": {"synthetic": None}}, "transparency:art-50/2", "content.synthetic"),
        (
            {**_READS, "crime_fighting": {**_PERMITTED, "safeguards": None}},
            "transparency:art-50/3",
            "crime_fighting.safeguards",
        ),
        (
            {"content": {**_FAKES["content"], "deep_fake": None, "synthetic": True}},
            "transparency:art-50/4",
            "content.deep_fake",
        ),
        (
            {"content": {**_informs("human_review")["content"], "editorial_responsibility": None}},
            "transparency:art-50/4/sub-2",
            "content.editorial_responsibility",
        ),
    ],
)
def test_what_was_not_told_is_asked(topics: Topics, open_one: str, asked: str) -> None:
    classification = classify(plain(**topics), TODAY)

    assert open_one in named(classification, "possible")
    assert asked in [one.fact for one in classification.open_questions]


def test_the_paragraphs_stand_beside_each_other_and_beside_a_high_risk_class() -> None:
    system = plain(employment=yes("recruitment"), **_TALKS, **_WRITES)

    assert found(system) == {
        "high-risk-annex-iii:anx-3/4/a",
        "transparency:art-50/1",
        "transparency:art-50/2",
    }


def test_the_paragraphs_say_whose_duty_they_are() -> None:
    content = yes("synthetic", "deep_fake", "public_interest_text")
    findings = classify(plain(**_TALKS, **_READS, content=content), TODAY).findings

    assert {("/".join(one.provision.segments), one.owed_by) for one in findings} == {
        ("art-50/1", "provider"),
        ("art-50/2", "provider"),
        ("art-50/3", "deployer"),
        ("art-50/4", "deployer"),
        ("art-50/4/sub-2", "deployer"),
    }


def test_art_limits_the_disclosure_but_does_not_lift_it() -> None:
    classification = classify(plain(content={**_FAKES["content"], "artistic": True}), TODAY)

    assert named(classification, "certain") == {"transparency:art-50/4"}
    assert [str(one.provision) for one in classification.reliefs] == ["eu-ai-act/art-50/4"]


@pytest.mark.parametrize(
    ("placed_on", "binds"),
    [
        (date(2026, 8, 1), ["2026-12-02"]),
        (date(2026, 8, 2), ["2026-08-02"]),
        (None, ["2026-08-02", "2026-12-02"]),
    ],
)
def test_marking_came_later_for_systems_that_were_on_the_market(
    placed_on: date | None, binds: list[str]
) -> None:
    (finding,) = classify(plain(**_WRITES, market={"placed_on": placed_on}), TODAY).findings

    assert [str(one.application.binds.start) for one in finding.binds] == binds
