from __future__ import annotations

from datetime import date

import pytest

from copilot.agent.extractive.cues import Kind
from copilot.agent.extractive.question import Asked

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("From when do the duties for high-risk AI systems in Annex III apply?", "dates"),
        ("Does Article 5(1)(ba) AI Act apply already?", "dates"),
        ("What is a deployer?", "definition"),
        ("How high is the fine for a prohibited AI practice?", "fine"),
        ("We noticed a data breach on 18 November 2026. By when must we notify it?", "deadline"),
        ("We had a data breach. On which day is the notification due?", "deadline"),
        ("How soon must a serious incident be reported?", "general"),
        ("Is our tool that filters CVs high-risk?", "class"),
        ("We use a tool that scores consumers. What must we do?", "owed"),
        ("We launch a chatbot in the EU and California. Which laws apply?", "jurisdictions"),
        ("How did Art. 4 AI Act change between 2026-07-01 and 2026-08-01?", "changes"),
        ("We have a SOC 2 report. What is missing for the AI Act?", "gap"),
        ("What are the counterparts of Art. 9 AI Act in ISO 42001?", "counterparts"),
        ("What does Art. 26(6) AI Act say?", "text"),
        ("What must a deployer of a high-risk AI system do?", "role"),
        ("How long must a deployer keep the logs?", "general"),
    ],
)
def test_the_kind_of_answer_is_read_off_the_words(question: str, kind: Kind) -> None:
    assert Asked(question, TODAY).kind == kind


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("What must importers verify?", "importer"),
        ("We use a tool from a vendor. What must we do as deployer?", "deployer"),
        ("When does a deployer become a provider?", None),
        ("What may inspectors do?", None),
    ],
)
def test_a_role_is_the_only_one_named_or_said_to_be_ones_own(question: str, role: str | None) -> None:
    assert Asked(question, TODAY).role == role


def test_who_uses_a_system_is_its_deployer_and_who_builds_it_its_provider() -> None:
    assert Asked("We use a scoring tool. What must we do?", TODAY).bearer == "deployer"
    assert Asked("We build a scoring tool. What must we do?", TODAY).bearer == "provider"


@pytest.mark.parametrize(
    ("question", "have", "want"),
    [
        ("We have a SOC 2 report. What is missing for the AI Act?", ("soc-2",), ("eu-ai-act",)),
        ("Does ISO 42001 cover the AI Act?", ("iso-42001",), ("eu-ai-act",)),
        ("What do we need for ISO 42001 with NIST AI RMF in place?", ("nist-ai-rmf",), ("iso-42001",)),
    ],
)
def test_frameworks_in_place_are_told_from_those_wanted(
    question: str, have: tuple[str, ...], want: tuple[str, ...]
) -> None:
    assert Asked(question, TODAY).in_place == (have, want)


def test_a_question_on_policy_and_law_asks_for_both() -> None:
    assert Asked("Is our policy on incidents stricter than the AI Act?", TODAY).about_both
    assert not Asked("What does our policy say about gifts?", TODAY).about_both
    assert not Asked("What does MAR say about gifts?", TODAY).about_policy


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Is emotion recognition at work allowed?", "class"),
        ("Is social scoring banned?", "class"),
        ("May we still deploy an AI system that undresses people in pictures?", "class"),
        ("Is inside information allowed to be shared with a lawyer?", "general"),
        ("May I buy shares of a company on the restricted list?", "general"),
    ],
)
def test_whether_a_use_of_ai_is_allowed_is_a_question_for_the_rules(text: str, kind: str) -> None:
    assert Asked(text, TODAY).kind == kind
