"""What is not answered at all, told apart from what only sounds like it."""

from __future__ import annotations

import pytest

from copilot.agent.scope import out_of_scope


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Should I take ibuprofen before the audit?", "medical advice"),
        ("What does Japanese law say on AI?", "national law"),
        ("Is AI credit scoring allowed in Switzerland?", "national law"),
        ("Which rules apply under German labour law to CV screening?", "national law"),
        ("Can I sue my landlord?", "personal legal advice"),
        ("Should I buy this fund?", "investment advice"),
    ],
)
def test_what_is_not_given_is_named_with_where_to_go_instead(question: str, named: str) -> None:
    refusal = out_of_scope(question)

    assert refusal is not None
    assert (refusal.kind, named in refusal.reason) == ("out_of_scope", True)
    assert refusal.settled_by


@pytest.mark.parametrize(
    "question",
    [
        "Does the AI Act apply to a provider in Japan?",
        "We are a Chinese company: are we in scope?",
        "We deploy in Germany; what laws apply?",
        "What are the rules for providers in Canada under the AI Act?",
        "Can I buy shares during the closed period?",
        "What must the maker of a medical device that uses AI do?",
        "Is AI that diagnoses patients high-risk?",
        "May an employee sell shares within a blackout?",
    ],
)
def test_what_only_sounds_like_it_is_answered(question: str) -> None:
    assert out_of_scope(question) is None
