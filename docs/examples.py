"""Writes ``docs/examples.md``: questions officers ask, answered by the extractive model, for people to read.

    python docs/examples.py [--data FOLDER]

What stands below the mark on the page, the faults that readers found, is left as it is.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

from copilot.actor import EVERY_AUDIENCE, Actor
from copilot.agent.answering import Answering
from copilot.agent.conversation import Conversation
from copilot.agent.events import Done
from copilot.agent.intake import Nearest
from copilot.agent.speaker import extractive_speaker
from copilot.grounding import Answer
from copilot.law import load_corpus
from copilot.retrieval import Searcher, SentenceTransformersEmbedder, build_index, silently

_PAGE = Path(__file__).with_name("examples.md")
_MARK = "<!-- Faults found in reading; written by hand. -->"
_TODAY = date(2026, 11, 20)
_ASKED: dict[str, tuple[str | tuple[str, date], ...]] = {
    "Dates": (
        ("From when do the duties for high-risk AI systems in Annex III apply?", date(2026, 7, 1)),
        ("From when do the duties for high-risk AI systems in Annex III apply?", date(2026, 8, 1)),
        "Since when has Article 4 of the AI Act applied?",
        "Does Article 50(2) AI Act apply to a generative system that was on the market in June 2026?",
        "When do the fines for providers of general-purpose AI models start to apply?",
        "May we still deploy a system that undresses people in pictures on 3 December 2026?",
    ),
    "Law": (
        "What does Art. 26(6) AI Act say?",
        "What must a deployer of a high-risk AI system do with the logs?",
        "Is emotion recognition at work allowed?",
        "Who must carry out a fundamental rights impact assessment?",
        "What has to be in a fundamental rights impact assessment?",
        "What is a deep fake?",
        "What is a substantial modification?",
        "Does a chatbot have to say that it is a machine?",
        "Is credit scoring of consumers high-risk?",
        "Is AI that detects payment fraud high-risk?",
        "What must a provider do after a serious incident?",
        "When does an importer have to refuse to place a system on the market?",
        "What are the principal adverse impact indicators a fund manager must report?",
        "Must a firm with 501 employees publish a statement on principal adverse impacts?",
        "What does Art. 9 SFDR ask of a fund with an index?",
        "What counts as inside information?",
        "Within how many days must a manager notify a transaction in shares of the issuer?",
        "What does GOVERN 1.2 of the NIST AI RMF ask for?",
    ),
    "Sums, clocks and classes": (
        "How high can the fine be for a prohibited practice for a group with EUR 2 billion turnover?",
        "What fine can an SME with EUR 4 million turnover get for breaching the transparency duties?",
        "A personal data breach became known on 20 November 2026 at 09:30. Until when must we notify it?",
        "Somebody died through our AI system; we learnt of it on 18 November 2026 at 14:00. Until when must we report?",
        "We use a tool of a vendor that ranks CVs of applicants. Is it high-risk?",
        "We develop an AI that watches the trades of our own staff and scores their behaviour. What class is it?",
        "What do we owe as deployer of an AI system that scores the creditworthiness of consumers?",
    ),
    "Policy, and both": (
        "May an employee sell shares during a blackout period?",
        "How long must personal account dealing holdings be kept under our policy?",
        "Who approves an AI use case at our firm?",
        "What does our policy say about emotion recognition, and what does the law say?",
        "How soon must AI incidents be reported inside the firm?",
        "What four-fifths threshold does our fairness policy use?",
    ),
    "Comparison": (
        "What changed in Article 4 AI Act between 1 July 2026 and 1 August 2026?",
        "Did Article 26 AI Act change with the amendment of July 2026?",
        "SOC 2 Type II is in place for a fraud-detection feature: what is left for the NIST AI RMF?",
        "What in ISO/IEC 42001 corresponds to Art. 9 AI Act?",
        "We launch a CV screening tool in the EU, New York City and the UK: which regimes apply?",
    ),
    "Not answered": (
        "What is the VAT rate on AI services?",
        "What does Japanese law say on AI hiring tools?",
        "Should I take aspirin before the audit?",
        "How many AI systems are registered in the EU database?",
        "Which article of the AI Act sets a fine for late filing of tax returns?",
        "Is our system high-risk?",
        "Ab wann gelten die Pflichten für Hochrisiko-KI-Systeme?",
    ),
}


def main() -> None:
    """Answer, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="a data folder whose index is up to date")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = "".join(_page(given.data or Path(folder)))
    below = _PAGE.read_text(encoding="utf-8").partition(_MARK)[2] if _PAGE.exists() else "\n"
    _PAGE.write_text(f"{text}{_MARK}{below}", encoding="utf-8")


def _page(data: Path) -> Iterator[str]:
    corpus, embedder = load_corpus(policies=None), SentenceTransformersEmbedder("bundled")
    build_index(corpus, embedder, data, silently, anew=False)
    searcher = Searcher(corpus, embedder, data)
    places = count(1)  # a ledger that only numbers
    answering = Answering(
        corpus, searcher, extractive_speaker(), lambda _: next(places), nearest=Nearest.bundled(data)
    )
    many = sum(map(len, _ASKED.values()))
    yield (
        f"# {many} questions and their answers\n\nWritten by `python docs/examples.py` with the extractive model: no "
        "network, no key. Each line is a statement that was held against the sources in brackets; *checked* is worded "
        "freely, all others are the words of the source or very near them. The policies are the sample firm's.\n"
    )
    for heading, asked in _ASKED.items():
        yield f"\n## {heading}\n"
        for one in asked:
            question, day = (one, _TODAY) if isinstance(one, str) else one
            yield from _shown(question, day, _answer(answering, question, day))


def _answer(answering: Answering, question: str, day: date) -> Answer:
    actor = Actor("reader", frozenset({EVERY_AUDIENCE}))
    events = answering.ask(question, as_of=day, actor=actor, conversation=Conversation(), thread_id=None)
    return next(event.answer for event in events if isinstance(event, Done))


def _shown(question: str, day: date, answer: Answer) -> Iterator[str]:
    yield f"\n### {question}\n\n*As of {day}*\n\n"
    for statement in answer.statements:
        if statement.check.grade == "connecting":
            yield f"\n{statement.text}\n\n"
            continue
        sources = ", ".join(dict.fromkeys(f"`{citation.source}`" for citation in statement.citations))
        freely = " *checked*" if statement.check.grade == "checked" else ""
        yield f"- {statement.text} [{sources}]{freely}\n"
    if answer.dropped:
        yield f"\n{answer.dropped} statements did not hold and were left out.\n"
    if answer.refusal is not None:
        nearest = ", ".join(f"`{provision}`" for provision in answer.refusal.nearest)
        near = f" Nearest: {nearest}." if nearest else ""
        kind = answer.refusal.kind
        said = "Conflict" if kind == "conflict" else f"No answer ({kind.replace('_', ' ')})"
        yield (f"\n**{said}.** {answer.refusal.reason} {answer.refusal.settled_by}{near}\n")


if __name__ == "__main__":
    main()
