from collections.abc import Mapping
from datetime import date

import pytest

from copilot.rules.ai_act import classify
from tests.rules.ai_act.builders import TODAY, found, named, plain, yes

Topics = Mapping[str, Mapping[str, object]]

_TALKS: Topics = {"conversation": yes("direct")}
_WRITES: Topics = {"content": yes("synthetic")}
_READS: Topics = {"emotions": yes("emotions", "from_biometrics"), "biometrics": yes("involved")}
_FAKES: Topics = {"content": yes("deep_fake", "assistive_editing")}
_INFORMS: Topics = {"content": yes("public_interest_text", "assistive_editing")}
_AUTHORISED = yes("authorised_by_law", "safeguards")


@pytest.mark.parametrize(
    ("topics", "paragraph"),
    [
        (_TALKS, "art-50/1"),
        ({**_TALKS, "crime_fighting": yes("authorised_by_law")}, "art-50/1"),
        ({**_TALKS, "crime_fighting": {**_AUTHORISED, "public_reporting": True}}, "art-50/1"),
        (_WRITES, "art-50/2"),
        (_READS, "art-50/3"),
        ({**_READS, "crime_fighting": yes("permitted_biometrics")}, "art-50/3"),
        ({"biometrics": yes("categorises")}, "art-50/3"),
        (_FAKES, "art-50/4"),
        (_INFORMS, "art-50/4/sub-2"),
        ({"content": {**_INFORMS["content"], "human_review": True}}, "art-50/4/sub-2"),
        ({"content": {**_INFORMS["content"], "editorial_responsibility": True}}, "art-50/4/sub-2"),
    ],
)
def test_each_paragraph_is_met(topics: Topics, paragraph: str) -> None:
    assert f"transparency:{paragraph}" in found(plain(**topics))


@pytest.mark.parametrize(
    "topics",
    [
        {"conversation": yes("direct", "obvious")},
        {**_TALKS, "crime_fighting": _AUTHORISED},
        {"content": yes("synthetic", "assistive_editing")},
        {"content": yes("synthetic", "input_unaltered")},
        {**_WRITES, "crime_fighting": yes("authorised_by_law")},
        {**_READS, "crime_fighting": yes("permitted_biometrics", "safeguards")},
        {"biometrics": yes("categorises", "ancillary")},
        {"emotions": yes("emotions")},
        {**_FAKES, "crime_fighting": yes("authorised_by_law")},
        {**_INFORMS, "crime_fighting": yes("authorised_by_law")},
        {"content": {**_INFORMS["content"], **yes("human_review", "editorial_responsibility")}},
    ],
)
def test_each_exception_lifts_its_paragraph(topics: Topics) -> None:
    classification = classify(plain(**topics), TODAY)

    assert "transparency" not in (*classification.tiers, *classification.possible_tiers)


def test_the_paragraphs_say_whose_duty_they_are() -> None:
    findings = classify(plain(**_TALKS, **_FAKES), TODAY).findings

    assert {("/".join(one.provision.segments), one.owed_by) for one in findings} == {
        ("art-50/1", "provider"),
        ("art-50/4", "deployer"),
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
