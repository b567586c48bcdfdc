from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path
from re import findall
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

import copilot.rules.deadlines as package
from copilot.errors import NotInForce, ToolInputError
from copilot.law import Corpus, ProvisionId
from copilot.rules.deadlines import Deadlines, Event, deadlines, event_named, facts_of
from copilot.rules.deadlines.registry import RULES

Ask = Callable[..., Deadlines]
KNOWN = "2026-11-20T10:00+01:00"
DAYS = tuple(
    date.fromisoformat(day)
    for day in (
        "2016-07-03 2018-05-25 2021-01-01 2022-08-14 2023-01-01 2024-08-01 2024-12-03 2024-12-04 2025-08-02 2026-06-05 "
        "2026-07-26 2026-07-27 2026-08-02 2026-11-20 2027-12-02 2028-08-02 2030-12-31"
    ).split()
)
STARTS = tuple(sorted({*DAYS, *(rule.valid.start for rule in RULES.values())}))


def _on(corpus: Corpus, day: date) -> list[Deadlines]:
    """Every event with every fact told one way and the other, and with none told."""
    law, zone, known = corpus.as_of(day), ZoneInfo("Europe/Berlin"), datetime.fromisoformat(KNOWN)
    found = []
    for event, told in product(get_args(Event), (None, True, False)):
        if day in RULES[event].valid:
            facts = {} if told is None else dict.fromkeys(facts_of(event), told)
            regime = RULES[event].regime
            found.append(deadlines(event, known, regime, zone=zone, law=law, facts=facts, holidays=None))
    return found


@pytest.mark.parametrize("day", STARTS)
def test_everything_cited_is_law_on_every_day_the_rule_is_valid(day: date, real_corpus: Corpus) -> None:
    law, found = real_corpus.as_of(day), _on(real_corpus, day)

    assert found
    for each in found:
        assert all(cited in law for cited in each.result.citations), each.result.citations
        assert all(timed.valid and timed.version == each.result.version for timed in each.deadlines)


def test_every_provision_the_code_names_is_in_the_corpus(real_corpus: Corpus) -> None:
    code = "\n".join(file.read_text() for file in Path(package.__path__[0]).glob("*.py"))
    named = set(findall(r'parse\("([^"]+)"\)', code))

    assert len(named) > 35
    for text in named:
        assert real_corpus.timeline(ProvisionId.parse(text)), text


def test_every_rule_is_valid_from_its_first_day_only(real_corpus: Corpus) -> None:
    for event, rule in RULES.items():
        law = real_corpus.as_of(rule.valid.start - timedelta(days=1))
        with pytest.raises(NotInForce):
            deadlines(
                event,
                datetime.fromisoformat(KNOWN),
                rule.regime,
                zone=ZoneInfo("Europe/Berlin"),
                law=law,
                facts={},
                holidays=None,
            )


def test_the_same_input_gives_the_same_result(ask: Ask) -> None:
    asked = [ask("gdpr data-breach", KNOWN, risk_unlikely=False, high_risk=True) for _ in range(2)]
    asked.append(ask("gdpr data-breach", KNOWN, high_risk=True, risk_unlikely=False))

    assert len({repr(each) for each in asked}) == 1
    assert len({each.result.inputs_hash for each in asked}) == 1
    assert ask("gdpr data-breach", KNOWN).result.inputs_hash != asked[0].result.inputs_hash


def test_a_fact_told_only_makes_an_uncertain_deadline_certain_or_drops_it(ask: Ask) -> None:
    for event in get_args(Event):
        words = f"{RULES[event].regime} {event}"
        unknown = {(str(each.basis), each.due) for each in ask(words, KNOWN).deadlines}
        certain = {(str(each.basis), each.due) for each in ask(words, KNOWN).deadlines if not each.only_if}
        for fact, told in product(facts_of(event), (True, False)):
            found = ask(words, KNOWN, **{fact.replace("-", "_"): told})
            assert {(str(each.basis), each.due) for each in found.deadlines} <= unknown | {
                ("sfdr/art-4/1/b", None)
            }
            still = {(str(each.basis), each.due) for each in found.deadlines if not each.only_if}
            assert certain <= still, (event, fact, told)


@pytest.mark.parametrize(
    ("words", "known", "facts", "said"),
    [
        ("gdpr serious-incident", KNOWN, {}, "under ai-act"),
        ("gdpr flood", KNOWN, {}, "no event"),
        ("gdpr data-breach", "2026-11-20T10:00", {}, "no zone"),
        ("gdpr data-breach", "1899-11-20T10:00+01:00", {}, "outside the years"),
        ("gdpr data-breach", KNOWN, {"death": True}, "depend on"),
        ("gdpr data-breach", KNOWN, {"sunny": True}, "is no fact"),
    ],
)
def test_what_cannot_be_is_refused(
    words: str, known: str, facts: dict[str, bool], said: str, ask: Ask
) -> None:
    with pytest.raises(ToolInputError, match=said):
        ask(words, known, **facts)


def test_a_closed_regime_is_named_in_the_error() -> None:
    with pytest.raises(ToolInputError, match="not under sfdr"):
        event_named("suspicion", "sfdr")
