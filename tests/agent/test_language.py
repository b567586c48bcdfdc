"""A question in another language is said to be one."""

from __future__ import annotations

import pytest

from copilot.agent.language import other_language


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Ab wann gelten die Pflichten für Hochrisiko-KI-Systeme?", "German"),
        ("Quelles sont les obligations du déployeur dans le cas des systèmes à haut risque ?", "French"),
        ("¿Cuándo se aplica el reglamento para los sistemas de alto riesgo?", "Spanish"),
        ("Quando si applica il regolamento per i sistemi ad alto rischio?", "Italian"),
        ("Wanneer moet een gebruiksverantwoordelijke de logs bewaren?", "Dutch"),
        ("Когда применяется закон?", "a script that is not Latin"),
        ("高リスクAIの義務はいつから適用されますか", "a script that is not Latin"),
    ],
)
def test_the_language_is_named(question: str, language: str) -> None:
    refusal = other_language(question)

    assert refusal is not None
    assert language in refusal.reason


@pytest.mark.parametrize(
    "question",
    [
        "From when do the duties for high-risk AI systems in Annex III apply?",
        "Art. 26(6)?",
        "Should I take aspirin?",
        "What is a de facto manager?",
        "Is La Banque Postale a deployer?",
        "GPAI fines",
    ],
)
def test_english_is_left_alone(question: str) -> None:
    assert other_language(question) is None
