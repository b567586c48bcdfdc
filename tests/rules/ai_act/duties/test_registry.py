from datetime import date, timedelta

import pytest

from copilot.law import Corpus, ProvisionId, load_corpus
from copilot.rules.ai_act.duties.registry import RULES
from copilot.rules.ai_act.duties.rule import BEARERS, DutyRule

_LAST = date(2040, 1, 1)
_LAY_DUTIES = """
art-4 art-5/1 art-5/1a art-5/2 art-5/3 art-5/4 art-6/4 art-8 art-9 art-10 art-11 art-12 art-13 art-14 art-15
art-16/b art-16/l art-17 art-18 art-19 art-20/1 art-20/2 art-21/1 art-21/2 art-22/1 art-22/2 art-22/3 art-22/4
art-23/1 art-23/2 art-23/3 art-23/4 art-23/5 art-23/6 art-23/7
art-24/1 art-24/2 art-24/3 art-24/4 art-24/5 art-24/6 art-25/2 art-25/3 art-25/4
art-26/1 art-26/2 art-26/4 art-26/5 art-26/6 art-26/7 art-26/8 art-26/9
art-26/10 art-26/10/sub-5 art-26/10/sub-6 art-26/11 art-26/12
art-27/1 art-27/2 art-27/3 art-27/4 art-41/5 art-43/1 art-43/2 art-43/3 art-43/4 art-47 art-48
art-49/1 art-49/2 art-49/3 art-49/4 art-49/5 art-50/1 art-50/2 art-50/3 art-50/4 art-50/5
art-52/1 art-53/1/a art-53/1/b art-53/1/c art-53/1/d art-53/3 art-53/4
art-54/1 art-54/2 art-54/3 art-54/5 art-55/1/a art-55/1/b art-55/1/c art-55/1/d art-55/2
art-71/2 art-71/3 art-72 art-73 art-73/6 art-86/1
""".split()
_EACH = pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.role}:{rule.key}")
_INDEX_OF_ARTICLE_16 = [f"art-16/{point}" for point in "acdefghijk"]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The texts that ship."""
    return load_corpus(policies=None)


@pytest.mark.parametrize("path", [*_LAY_DUTIES, *_INDEX_OF_ARTICLE_16])
def test_each_provision_that_lays_a_duty_on_an_operator_is_covered(path: str) -> None:
    provision = ProvisionId.parse(f"eu-ai-act/{path}")

    assert any(cited.within(provision) for rule in RULES for cited in rule.cited)


@_EACH
def test_each_provision_named_is_law_on_every_day_of_the_rule(rule: DutyRule, corpus: Corpus) -> None:
    named = {
        *rule.cited,
        *(relief.provision for relief in rule.reliefs if relief.in_force == rule.in_force),
    }
    period = rule.in_force
    last = period.until - timedelta(days=1) if period.until else _LAST

    for provision in named:
        spans = [wording.in_force for wording in corpus.timeline(provision) if wording.layer == "digest"]
        for day in (period.start, date(2026, 7, 26), date(2026, 7, 27), last):
            if day in period:
                assert any(day in span for span in spans), f"{provision} on {day}"


def test_each_relief_stands_in_a_provision_of_its_time(corpus: Corpus) -> None:
    for relief in (relief for rule in RULES for relief in rule.reliefs):
        spans = [wording.in_force for wording in corpus.timeline(relief.provision)]
        assert any(relief.in_force.start in span for span in spans), relief


@_EACH
def test_each_duty_says_what_and_what_to_show(rule: DutyRule) -> None:
    assert rule.what.endswith(".")
    assert 1 <= len(rule.evidence) <= 4
    assert rule.role in BEARERS


def test_a_key_names_one_duty_of_a_role_on_a_day() -> None:
    for day in (date(2026, 7, 26), date(2026, 7, 27)):
        named = [(rule.role, rule.key) for rule in RULES if day in rule.in_force]
        assert len(named) == len(set(named))
