from __future__ import annotations

from datetime import date

import pytest

from copilot.agent.extractive.answerable import answers
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.seen import Called, Seen
from copilot.agent.extractive.source import Source

_LOGS = Source(
    "eu-ai-act/art-26/6",
    "Art. 26(6) AI Act",
    "Deployers of high-risk AI systems shall keep the logs which the system generates for at least six months.",
)
_DATABASE = Source(
    "eu-ai-act/art-49/1",
    "Art. 49(1) AI Act",
    "Before it places a high-risk AI system on the market, the provider shall register it in the EU database.",
)


def answered(question: str) -> bool:
    seen = Seen(question, None, (Called("search_law", (_LOGS, _DATABASE)),), (), None)
    return answers(Asked(question, date(2026, 11, 20)), seen)


@pytest.mark.parametrize(
    "question",
    [
        "How long must a deployer keep the logs of a high-risk AI system?",
        "Who must register a high-risk AI system in the EU database?",
        "What does Art. 26(6) AI Act say about logs?",
    ],
)
def test_what_the_words_of_the_sources_cover_is_answered(question: str) -> None:
    assert answered(question)


@pytest.mark.parametrize(
    "question",
    [
        "What fee must a provider pay to register a high-risk AI system in the EU database?",
        "What colour must the logs of a high-risk AI system have?",
        "What does DORA require of logs that deployers keep?",
        "What does the Prospectus Regulation require of logs that deployers keep?",
        "What does Art. 150 AI Act say about logs?",
        "What does the AI Act say about logs of the blockchain?",
        "Who won the football world cup?",
    ],
)
def test_what_only_shares_words_with_the_sources_is_not(question: str) -> None:
    assert not answered(question)
