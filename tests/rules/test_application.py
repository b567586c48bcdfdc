"""From when a provision binds whom, by the law as it stood on the day asked about."""

from __future__ import annotations

from datetime import date

import pytest

from copilot.errors import NotInForce
from copilot.law import Corpus, ProvisionId, load_corpus
from copilot.rules.application import application_of, written

BEFORE_THE_AMENDMENT = date(2026, 7, 1)
AFTER_IT = date(2026, 8, 1)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(policies=None)


def test_deployers_duties_moved_with_the_amendment(corpus: Corpus) -> None:
    duty = ProvisionId.parse("eu-ai-act/art-26")

    before = application_of(corpus.as_of(BEFORE_THE_AMENDMENT), duty)
    after = application_of(corpus.as_of(AFTER_IT), duty)

    assert "applies from 2 August 2026 to an AI system that is high-risk under Annex III" in before.verdict
    assert "applies from 2 December 2027 to an AI system that is high-risk under Annex III" in after.verdict
    assert "2 August 2028 to an AI system that is high-risk under Annex I " in after.verdict


def test_each_date_names_the_provision_that_gives_it(corpus: Corpus) -> None:
    found = application_of(corpus.as_of(AFTER_IT), ProvisionId.parse("eu-ai-act/art-50/2"))

    assert [(step.found, str(step.provision)) for step in found.steps] == [
        ("from 2 August 2026: on 1 August 2026 it does not apply yet", "eu-ai-act/art-113/sub-2"),
        ("from 2 December 2026: on 1 August 2026 it does not apply yet", "eu-ai-act/art-111/4"),
    ]


def test_a_duty_that_binds_is_said_to_apply(corpus: Corpus) -> None:
    found = application_of(corpus.as_of(AFTER_IT), ProvisionId.parse("sfdr/art-4"))

    assert found.steps[0].found == "from 10 March 2021: on 1 August 2026 it applies"
    assert found.open_questions == ()


def test_both_readings_of_a_disputed_date_are_told(corpus: Corpus) -> None:
    found = application_of(corpus.as_of(date(2026, 11, 20)), ProvisionId.parse("eu-ai-act/art-49/2"))

    assert sum(step.matters.startswith("One of several readings") for step in found.steps) == 2
    assert [question.fact for question in found.open_questions] == ["application-reading"]


def test_a_text_without_dates_says_so(corpus: Corpus) -> None:
    found = application_of(corpus.as_of(AFTER_IT), ProvisionId.parse("nist-ai-rmf/govern-1.1"))

    assert found.verdict.startswith("the texts held give no date from which")


def test_a_provision_of_another_day_is_an_error(corpus: Corpus) -> None:
    with pytest.raises(NotInForce):
        application_of(corpus.as_of(BEFORE_THE_AMENDMENT), ProvisionId.parse("eu-ai-act/art-4a"))


def test_a_day_is_written_as_people_write_it() -> None:
    assert written(date(2027, 12, 2)) == "2 December 2027"
