"""Where each regime stands before and after its days."""

from datetime import date

import pytest

from copilot.law import ProvisionId
from copilot.rules.jurisdictions import Regime, standing_on
from tests.rules.jurisdictions.builders import (
    CREDIT,
    DEPLOYER,
    TODAY,
    asked,
    corpus,
    found,
    launched,
    regimes,
    register,
)

LENDER = launched(CREDIT, DEPLOYER, us_bank=True, influences_decision=True, consumer_credit=True)
REGIMES = {regime.id: regime for regime in register().regimes}


@pytest.mark.parametrize(
    ("regime", "day", "status"),
    [
        ("us-sr-11-7", "2026-04-16", "in force"),
        ("us-sr-11-7", "2026-04-17", "rescinded"),
        ("us-sr-26-2", "2026-04-16", None),
        ("us-sr-26-2", "2026-04-17", "in force"),
        ("us-co-sb-24-205", "2026-04-26", "enacted"),
        ("us-co-sb-24-205", "2026-04-27", "enjoined"),
        ("us-co-sb-24-205", "2026-06-30", "enjoined"),
        ("us-co-sb-24-205", "2027-01-01", "replaced"),
        ("us-co-sb-26-189", "2026-05-13", None),
        ("us-co-sb-26-189", "2026-05-14", "enacted"),
        ("us-co-sb-26-189", "2026-12-31", "enacted"),
        ("us-co-sb-26-189", "2027-01-01", "in force"),
        ("us-co-hb-26-1263", "2026-12-31", "enacted"),
        ("us-co-hb-26-1263", "2027-01-01", "in force"),
        ("us-il-hb-3773", "2025-12-31", None),
        ("us-il-hb-3773", "2026-01-01", "in force"),
        ("us-tx-hb-149", "2025-12-31", None),
        ("us-tx-hb-149", "2026-01-01", "in force"),
        ("us-ny-raise", "2026-12-31", "enacted"),
        ("us-ny-raise", "2027-01-01", "in force"),
        ("us-ca-ccpa-admt", "2026-12-31", "enacted"),
        ("us-ca-ccpa-admt", "2027-01-01", "in force"),
        ("us-ca-ccpa-risk", "2025-12-31", "enacted"),
        ("us-ca-ccpa-risk", "2026-01-01", "in force"),
        ("us-ca-feha-ads", "2025-09-30", None),
        ("us-ca-feha-ads", "2025-10-01", "in force"),
        ("us-ca-sb-942", "2026-08-01", None),
        ("us-ca-sb-942", "2026-08-02", "in force"),
        ("us-ca-ab-2013", "2025-12-31", None),
        ("us-ca-ab-2013", "2026-01-01", "in force"),
        ("us-ca-sb-243", "2025-12-31", None),
        ("us-ca-sb-243", "2026-01-01", "in force"),
        ("us-ca-sb-53", "2025-12-31", None),
        ("us-ca-sb-53", "2026-01-01", "in force"),
        ("us-ca-ab-1609", "2026-09-26", "proposed"),
        ("us-ca-ab-1609", "2026-11-20", "unknown"),
        ("us-ca-sb-947", "2026-09-26", "proposed"),
        ("us-ca-sb-947", "2026-11-20", "unknown"),
        ("us-cfpb-circulars", "2025-04-30", "in force"),
        ("us-cfpb-circulars", "2025-05-01", "unknown"),
        ("us-ut-ch-77", "2025-05-06", None),
        ("us-ut-ch-77", "2025-05-07", "in force"),
        ("us-me-1500-dd", "2025-09-23", None),
        ("us-me-1500-dd", "2025-09-24", "in force"),
        ("us-nyc-ll-144", "2024-08-01", "in force"),
        ("uk-gdpr-22", "2026-02-04", "in force"),
        ("uk-gdpr-22", "2026-02-05", "replaced"),
        ("uk-gdpr-22a", "2026-02-04", None),
        ("uk-gdpr-22a", "2026-02-05", "in force"),
        ("uk-ico-guidance", "2026-03-30", None),
        ("uk-ico-guidance", "2026-11-20", "proposed"),
        ("uk-ico-code", "2026-05-11", None),
        ("uk-ico-code", "2026-05-12", "proposed"),
        ("uk-ss1-23", "2024-08-01", "in force"),
        ("eu-ccd2", "2026-11-19", "enacted"),
        ("eu-ccd2", "2026-11-20", "in force"),
        ("eu-dora", "2026-11-19", None),
        ("eu-dora", "2026-11-20", "in force"),
        ("eu-product-liability", "2026-12-08", "enacted"),
        ("eu-product-liability", "2026-12-09", "in force"),
        ("eu-ai-act", "2024-08-01", "in force"),
    ],
)
def test_the_status_before_and_after(regime: str, day: str, status: str | None) -> None:
    standing = standing_on(REGIMES[regime], date.fromisoformat(day))

    assert (standing and standing.status) == status


@pytest.mark.parametrize("regime", register().regimes, ids=lambda regime: regime.id)
def test_every_status_has_a_source_and_each_change_is_seen_on_its_day(regime: Regime) -> None:
    for standing in regime.standing:
        assert register().source_of(standing)
        if standing.from_:
            assert standing_on(regime, standing.from_) is standing


@pytest.mark.parametrize("regime", register().regimes, ids=lambda regime: regime.id)
def test_every_provision_cited_exists_and_a_restated_regime_is_cited_from_its_own_text(
    regime: Regime,
) -> None:
    for provision in regime.provisions():
        assert corpus().timeline(provision)
    own = {duty.provision.instrument for duty in regime.duties} | {regime.provision.instrument}
    assert not regime.text_held or own.isdisjoint({"us-federal-ai", "uk-fca-ai"})


@pytest.mark.parametrize(
    ("regime", "instrument"),
    [
        ("us-sr-26-2", "us-sr-26-2"),
        ("us-co-sb-26-189", "us-co-sb-26-189"),
        ("us-ca-feha-ads", "us-ca-feha-ads"),
        ("uk-gdpr-22a", "uk-gdpr-22a"),
        ("uk-ico-guidance", "uk-ico-adm-guidance"),
        ("us-ut-ch-77", "us-ut-ch-77"),
        ("us-me-1500-dd", "us-me-1500-dd"),
        ("us-tx-hb-149", "us-tx-hb-149"),
        ("us-il-hb-3773", "us-il-hb-3773"),
        ("us-ca-sb-942", "us-ca-sb-942"),
        ("us-ca-ab-2013", "us-ca-ab-2013"),
        ("us-ca-sb-243", "us-ca-sb-243"),
        ("us-ca-sb-53", "us-ca-sb-53"),
    ],
)
def test_a_regime_begins_on_the_day_its_text_does(regime: str, instrument: str) -> None:
    first = corpus().timeline(ProvisionId(instrument, ("note-1",)))[0]

    assert REGIMES[regime].standing[0].from_ == first.in_force.start


@pytest.mark.parametrize(
    "regime", ["us-sr-11-7", "us-co-sb-24-205", "uk-gdpr-22"]
)  # fmt: skip
def test_a_regime_ends_on_the_day_its_text_does(regime: str) -> None:
    last = corpus().timeline(ProvisionId(regime, ("note-1",)))[-1]

    assert REGIMES[regime].standing[-1].from_ == last.in_force.until


def test_the_guidance_on_model_risk_changes_hands_on_one_day() -> None:
    launch = launched(CREDIT, DEPLOYER, us_bank=True)
    before = asked(launch, "us-federal", day=date(2026, 4, 16))
    after = asked(launch, "us-federal", day=date(2026, 4, 17))

    assert "us-sr-11-7" in regimes(before, "engaged")
    assert "us-sr-26-2" in regimes(before, "not engaged")
    assert "us-sr-11-7" in regimes(after, "not engaged")
    assert "us-sr-26-2" in regimes(after, "possible")
    change = found(before)["us-sr-11-7"].next_change
    assert change is not None
    assert (change.day, change.what) == (date(2026, 4, 17), "rescinded (replaced by SR 26-2)")


@pytest.mark.parametrize(
    ("day", "asks"), [(date(2026, 7, 20), "effects test"), (date(2026, 7, 21), "proxy")]
)
def test_regulation_b_loses_the_effects_test(day: date, asks: str) -> None:
    duties = found(asked(LENDER, "us-federal", day=day))["us-reg-b"].duties

    (testing,) = [duty for duty in duties if duty.theme == "bias-testing" and duty.applies == "applies"]
    assert asks in testing.asks
    assert "explanation" in {duty.theme for duty in duties}


def test_a_law_that_does_not_apply_yet_is_engaged_and_its_duties_come_later() -> None:
    finding = found(asked(LENDER, "us-co"))["us-co-sb-26-189"]

    assert (finding.engagement, finding.status) == ("engaged", "enacted")
    assert {duty.starts for duty in finding.duties} == {date(2027, 1, 1)}
    assert "stayed" in finding.note


def test_the_stay_in_colorado_is_asked_about_once_the_duties_bind() -> None:
    finding = found(asked(LENDER, "us-co", day=date(2027, 1, 1)))["us-co-sb-26-189"]

    assert {duty.applies for duty in finding.duties} == {"applies"}
    assert "regime.us-co-sb-26-189" in {question.fact for question in finding.open_questions}


def test_what_comes_next_is_the_first_known_change() -> None:
    change = found(asked(LENDER, "eu"))["eu-ai-act"].next_change

    assert change is not None
    assert change.day == date(2027, 12, 2)


def test_a_day_after_the_sources_end_is_said_to_be_so() -> None:
    assert "is not known" in asked(LENDER, "uk", day=date(2027, 6, 1)).result.verdict
    assert "is not known" not in asked(LENDER, "uk", day=TODAY).result.verdict
