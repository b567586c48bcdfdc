from datetime import date

import pytest

from copilot.errors import NotInForce, ToolInputError
from copilot.law import Corpus, LawOnDay, load_corpus
from copilot.rules.crosswalk import Asked, CrosswalkTable, GapReport, InPlace, gap, shipped_crosswalk

TODAY = date(2026, 11, 20)
SOC = InPlace(("soc-2",))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(policies=None)


@pytest.fixture(scope="module")
def table(corpus: Corpus) -> CrosswalkTable:
    return shipped_crosswalk(corpus)


@pytest.fixture(scope="module")
def law(corpus: Corpus) -> LawOnDay:
    return corpus.as_of(TODAY)


def _of(report: GapReport, unit: str) -> Asked:
    (found,) = (item for item in report.asked if str(item.unit) == unit)
    return found


def test_a_report_without_ai_criteria_covers_little_and_nothing_of_the_ai_act_in_full(
    table: CrosswalkTable, law: LawOnDay
) -> None:
    report = gap(table, SOC, ["nist-ai-rmf", "eu-ai-act"], law)

    assert _of(report, "nist-ai-rmf/govern-6.1").cover == "partly"
    assert _of(report, "nist-ai-rmf/measure-2.11").cover == "not at all"
    assert _of(report, "eu-ai-act/art-14").cover == "not at all"
    assert "oversees" in _of(report, "eu-ai-act/art-14").reason
    assert not [item for item in report.asked if item.cover == "covered"]
    assert sum(item.unit.instrument == "nist-ai-rmf" for item in report.asked) == 72


def test_optional_categories_count_only_once_they_are_known(table: CrosswalkTable, law: LawOnDay) -> None:
    def cover(have: InPlace) -> str:
        return _of(gap(table, have, ["nist-ai-rmf"], law), "nist-ai-rmf/measure-2.10").cover

    assert cover(SOC) == "open"
    assert cover(InPlace(("soc-2",), categories=frozenset({"privacy"}))) == "partly"
    assert cover(InPlace(("soc-2",), categories=frozenset())) == "not at all"


def test_a_management_system_covers_what_has_its_aim(table: CrosswalkTable, law: LawOnDay) -> None:
    report = gap(table, InPlace(("iso-42001",)), ["nist-ai-rmf", "eu-ai-act"], law)

    assert _of(report, "nist-ai-rmf/govern-2.1").cover == "covered"
    assert _of(report, "eu-ai-act/art-4").cover == "covered"
    assert _of(report, "eu-ai-act/art-17").cover == "partly"
    assert _of(report, "eu-ai-act/art-43").cover == "not at all"
    assert any("presumption" in step.matters for step in report.result.steps)


def test_two_frameworks_in_place_never_cover_less_than_one(table: CrosswalkTable, law: LawOnDay) -> None:
    order = ["not at all", "open", "partly", "covered"]
    one = gap(table, SOC, ["eu-ai-act", "nist-ai-rmf"], law).asked
    two = gap(table, InPlace(("soc-2", "iso-42001")), ["eu-ai-act", "nist-ai-rmf"], law).asked

    assert all(
        order.index(more.cover) >= order.index(less.cover) for less, more in zip(one, two, strict=True)
    )


def test_what_is_outside_its_scope_is_covered_by_nothing(table: CrosswalkTable, law: LawOnDay) -> None:
    report = gap(table, InPlace(("iso-42001",), ai_in_scope=False), ["nist-ai-rmf"], law)

    assert {item.cover for item in report.asked} == {"not at all"}


def test_what_nobody_said_is_asked(table: CrosswalkTable, law: LawOnDay) -> None:
    told = InPlace(("soc-2",), ai_in_scope=True, categories=frozenset(), report_type="II")

    def facts(have: InPlace) -> list[str]:
        return [item.fact for item in gap(table, have, ["nist-ai-rmf"], law).result.open_questions]

    assert facts(SOC) == ["ai in scope", "categories", "report type", "exceptions"]
    assert facts(told) == ["exceptions"]
    assert facts(InPlace(("iso-42001",), ai_in_scope=True)) == ["statement of applicability"]


def test_the_figures_count_every_provision_once(table: CrosswalkTable, law: LawOnDay) -> None:
    report = gap(table, SOC, ["nist-ai-rmf"], law)

    assert sum(figure.value for figure in report.result.figures) == 72


def test_the_same_question_gives_the_same_answer(table: CrosswalkTable, law: LawOnDay) -> None:
    assert gap(table, SOC, ["eu-ai-act"], law) == gap(table, SOC, ["eu-ai-act"], law)


@pytest.mark.parametrize(
    ("have", "want"),
    [(["soc-2"], ["soc-2"]), ([], ["soc-2"]), (["soc-2"], []), (["soc-2"], ["sfdr"]), (["x"], ["soc-2"])],
)
def test_what_cannot_be_asked(
    have: list[str], want: list[str], table: CrosswalkTable, law: LawOnDay
) -> None:
    with pytest.raises(ToolInputError):
        gap(table, InPlace(tuple(have)), want, law)


def test_a_day_on_which_a_framework_did_not_exist(table: CrosswalkTable, corpus: Corpus) -> None:
    with pytest.raises(NotInForce):
        gap(table, SOC, ["nist-ai-rmf"], corpus.as_of(date(2024, 7, 31)))
