"""The five uses of the survey, in the EU, the US and the UK, for who develops a system and for who uses it."""

from decimal import Decimal

import pytest

from copilot.rules.jurisdictions import Launch
from tests.rules.ai_act.builders import yes
from tests.rules.jurisdictions.builders import (
    CHATBOT,
    CREDIT,
    CV_SCREENING,
    DEPLOYER,
    FRAUD,
    PROVIDER,
    SURVEILLANCE,
    asked,
    found,
    launched,
    regimes,
)

ANYBODY = {"eu-ai-act", "us-nist-ai-rmf", "us-tx-hb-149", "uk-ai-principles"}
BANK = {
    "personal_data": True,
    "us_bank": True,
    "total_assets_usd": Decimal(40_000_000_000),
    "uk_bank_with_models": True,
    "fca_regulated": True,
    "consumers": True,
}
BANK_DEPLOYER = {**DEPLOYER, "organisation": yes("financial_institution")}
CREDIT_AT_A_BANK = launched(
    CREDIT,
    BANK_DEPLOYER,
    **BANK,
    influences_decision=True,
    solely_automated=True,
    consumer_credit=True,
    uses_consumer_reports=True,
)
CREDIT_VENDOR = launched(CREDIT, PROVIDER, personal_data=True, influences_decision=True)
CHATBOT_AT_A_BANK = launched(CHATBOT, BANK_DEPLOYER, **BANK, generative_ai=True)
CHATBOT_VENDOR = launched(CHATBOT, PROVIDER, consumers=True, generative_ai=True)
CV_AT_AN_EMPLOYER = launched(
    CV_SCREENING, DEPLOYER, personal_data=True, influences_decision=True, solely_automated=True
)
CV_VENDOR = launched(CV_SCREENING, PROVIDER, personal_data=True, influences_decision=True)
FRAUD_AT_A_BANK = launched(
    FRAUD,
    BANK_DEPLOYER,
    **BANK,
    payments_or_aml=True,
    solely_automated=True,
    denies_service=True,
    uses_consumer_reports=True,
)
FRAUD_VENDOR = launched(FRAUD, PROVIDER, personal_data=True)
SURVEILLANCE_AT_A_BANK = launched(
    SURVEILLANCE,
    BANK_DEPLOYER,
    **{**BANK, "consumers": False},
    market_surveillance=True,
    arranges_trades=True,
    algorithmic_trading=True,
)
SURVEILLANCE_VENDOR = launched(SURVEILLANCE, PROVIDER, market_surveillance=True)


@pytest.mark.parametrize(
    ("launch", "engaged"),
    [
        (
            CREDIT_AT_A_BANK,
            {"eu-gdpr", "eu-ccd2", "us-reg-b", "us-fcra-615", "us-sr-26-2", "us-co-sb-26-189", "us-ca-ccpa-admt",
             "uk-gdpr", "uk-gdpr-22a", "uk-equality-act", "uk-fca-conc", "uk-consumer-duty", "uk-fca-governance",
             "uk-ss1-23"},
        ),
        (CREDIT_VENDOR, {"eu-gdpr", "us-co-sb-26-189", "uk-gdpr"}),
        (
            CHATBOT_AT_A_BANK,
            {"eu-gdpr", "us-udaap", "uk-gdpr", "uk-consumer-duty", "uk-fca-governance", "uk-consumer-law"},
        ),
        (CHATBOT_VENDOR, {"us-udaap", "uk-consumer-law"}),
        (
            CV_AT_AN_EMPLOYER,
            {"eu-gdpr", "us-title-vii", "us-ugesp", "us-nyc-ll-144", "us-il-hb-3773", "us-ca-feha-ads",
             "us-ca-ccpa-admt", "us-co-sb-26-189", "uk-gdpr", "uk-gdpr-22a", "uk-equality-act", "uk-dsit-recruitment"},
        ),
        (CV_VENDOR, {"eu-gdpr", "us-ugesp", "us-co-sb-26-189", "uk-gdpr"}),
        (
            FRAUD_AT_A_BANK,
            {"eu-gdpr", "eu-dora", "eu-psd2-aml", "us-fcra-615", "us-sr-26-2", "uk-gdpr", "uk-gdpr-22a",
             "uk-consumer-duty", "uk-fca-governance"},
        ),
        (FRAUD_VENDOR, {"eu-gdpr", "uk-gdpr"}),
        (
            SURVEILLANCE_AT_A_BANK,
            {"eu-gdpr", "eu-dora", "eu-mar", "eu-mifid", "us-market-manipulation", "us-sr-26-2", "uk-gdpr", "uk-mar",
             "uk-fca-governance"},
        ),
        (SURVEILLANCE_VENDOR, set()),
    ],
)  # fmt: skip
def test_the_regimes_engaged(launch: Launch, engaged: set[str]) -> None:
    assert regimes(asked(launch), "engaged") == engaged | ANYBODY


@pytest.mark.parametrize(
    ("launch", "possible"),
    [
        (CREDIT_AT_A_BANK, {"eu-dora", "us-state-disparate-impact", "us-cfpb-circulars", "us-ca-ccpa-risk"}),
        (
            CHATBOT_AT_A_BANK,
            {"us-ca-sb-1001", "us-ut-ch-77", "us-me-1500-dd", "us-co-hb-26-1263", "us-ca-ab-1609", "us-ca-sb-243"},
        ),
        (CHATBOT_VENDOR, {"us-ca-sb-942", "us-ca-ab-2013", "us-ca-sb-1001"}),
        (CV_AT_AN_EMPLOYER, {"eu-works-councils"}),
        (CV_VENDOR, {"us-title-vii", "us-ca-feha-ads"}),
        (FRAUD_AT_A_BANK, {"us-reg-e", "us-co-sb-26-189", "us-ca-ccpa-admt"}),
    ],
)  # fmt: skip
def test_the_regimes_whose_conditions_were_not_read_stay_possible(
    launch: Launch, possible: set[str]
) -> None:
    report = asked(launch)

    assert possible <= regimes(report, "possible")
    assert all(found(report)[name].open_questions for name in possible)


@pytest.mark.parametrize(
    ("launch", "not_engaged"),
    [
        (
            CREDIT_AT_A_BANK,
            {"us-nyc-ll-144", "us-il-hb-3773", "us-sr-11-7", "us-co-sb-24-205", "us-title-vii", "eu-mar", "uk-gdpr-22"},
        ),
        (CREDIT_VENDOR, {"us-reg-b", "us-nyc-ll-144", "us-il-hb-3773", "us-sr-26-2", "eu-ccd2", "uk-fca-conc"}),
        (CHATBOT_AT_A_BANK, {"us-co-sb-26-189", "us-reg-b", "us-sr-26-2", "eu-ccd2", "uk-gdpr-22a"}),
        (CV_AT_AN_EMPLOYER, {"us-reg-b", "us-sr-26-2", "us-il-aivia", "us-md-3-717", "uk-ss1-23", "eu-ccd2"}),
        (FRAUD_AT_A_BANK, {"us-reg-b", "us-nyc-ll-144", "eu-ccd2", "eu-mar"}),
        (SURVEILLANCE_AT_A_BANK, {"us-reg-b", "us-co-sb-26-189", "uk-gdpr-22a", "eu-ccd2", "us-title-vii"}),
        (SURVEILLANCE_VENDOR, {"eu-mar", "uk-mar", "us-market-manipulation"}),
    ],
)  # fmt: skip
def test_the_regimes_not_engaged(launch: Launch, not_engaged: set[str]) -> None:
    assert not_engaged <= regimes(asked(launch), "not engaged")


@pytest.mark.parametrize(
    ("launch", "owed", "not_owed"),
    [
        (CREDIT_AT_A_BANK, {"eu-ai-act/art-26/11", "eu-ai-act/art-27/1", "eu-ai-act/art-86/1"}, {"eu-ai-act/art-9"}),
        (CREDIT_VENDOR, {"eu-ai-act/art-9", "eu-ai-act/art-17", "eu-ai-act/art-49/1"}, {"eu-ai-act/art-27/1"}),
        (CHATBOT_AT_A_BANK, {"eu-ai-act/art-4"}, {"eu-ai-act/art-50/1", "eu-ai-act/art-26/11"}),
        (CHATBOT_VENDOR, {"eu-ai-act/art-50/1", "eu-ai-act/art-50/2"}, {"eu-ai-act/art-9"}),
        (CV_AT_AN_EMPLOYER, {"eu-ai-act/art-26/11", "eu-ai-act/art-86/1"}, {"eu-ai-act/art-27/1"}),
        (FRAUD_AT_A_BANK, {"eu-ai-act/art-4"}, {"eu-ai-act/art-26/11", "eu-ai-act/art-49/2"}),
        (SURVEILLANCE_AT_A_BANK, {"eu-ai-act/art-4"}, {"eu-ai-act/art-26/11"}),
    ],
)  # fmt: skip
def test_what_the_ai_act_asks_comes_from_its_own_rules(
    launch: Launch, owed: set[str], not_owed: set[str]
) -> None:
    duties = found(asked(launch, "eu"))["eu-ai-act"].duties
    certain = {str(duty.provision) for duty in duties if duty.owed == "owed"}

    assert owed <= certain
    assert not_owed.isdisjoint(str(duty.provision) for duty in duties)


def test_in_colorado_a_vendor_owes_documentation_and_a_lender_notice_and_reasons() -> None:
    vendor = found(asked(CREDIT_VENDOR, "us-co"))["us-co-sb-26-189"]
    lender = found(asked(CREDIT_AT_A_BANK, "us-co"))["us-co-sb-26-189"]

    assert {duty.theme for duty in vendor.duties} == {"governance", "records"}
    assert {duty.theme for duty in lender.duties} == {
        "notice", "explanation", "human-review", "data-protection", "records",
    }  # fmt: skip
    assert {duty.applies for duty in (*vendor.duties, *lender.duties)} == {"later"}


def test_one_notice_and_one_record_of_reasons_serve_a_lender_in_several_places() -> None:
    report = asked(CREDIT_AT_A_BANK, "eu", "us-co", "uk")
    shared = {theme.theme: {one.regime for one in theme.serves} for theme in report.shared}

    assert {"eu-ai-act", "us-co-sb-26-189", "uk-gdpr-22a"} <= shared["notice"]
    assert {"eu-ccd2", "us-reg-b", "us-fcra-615", "us-co-sb-26-189"} <= shared["explanation"]
    assert {"us-sr-26-2", "uk-ss1-23", "eu-ai-act"} <= shared["governance"]
    assert "suspicious-orders" not in shared
