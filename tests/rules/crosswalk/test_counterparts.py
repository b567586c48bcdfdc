from datetime import date

import pytest

from copilot.errors import NotInForce, ToolInputError, UnknownProvision
from copilot.law import Corpus, LawOnDay, ProvisionId, load_corpus
from copilot.rules.crosswalk import (
    CITED,
    VALID,
    Counterpart,
    CrosswalkReport,
    CrosswalkTable,
    crosswalk,
    read_crosswalk,
    shipped_crosswalk,
)

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(policies=None)


@pytest.fixture(scope="module")
def table(corpus: Corpus) -> CrosswalkTable:
    return shipped_crosswalk(corpus)


@pytest.fixture(scope="module")
def law(corpus: Corpus) -> LawOnDay:
    return corpus.as_of(TODAY)


def _asked(table: CrosswalkTable, law: LawOnDay, unit: str, *to: str) -> CrosswalkReport:
    return crosswalk(table, ProvisionId.parse(unit), to, law)


def _pairs(report: CrosswalkReport, *, hops: bool) -> set[tuple[str, str]]:
    found = (item for item in report.counterparts if (item.via is not None) is hops)
    return {(str(item.of), str(item.to)) for item in found}


def test_an_article_has_the_counterparts_of_its_parts(table: CrosswalkTable, law: LawOnDay) -> None:
    report = _asked(table, law, "eu-ai-act/art-10", "nist-ai-rmf")

    assert ("eu-ai-act/art-10/2/f", "nist-ai-rmf/measure-2.11") in _pairs(report, hops=False)
    assert {item.to.instrument for item in report.counterparts} == {"nist-ai-rmf"}


def test_the_other_direction_finds_the_same_pair(table: CrosswalkTable, law: LawOnDay) -> None:
    for unit in ("nist-ai-rmf/measure-2.11", "nist-ai-rmf/measure-2", "nist-ai-rmf/measure"):
        report = _asked(table, law, unit, "eu-ai-act")

        assert ("nist-ai-rmf/measure-2.11", "eu-ai-act/art-10/2/f") in _pairs(report, hops=False)


def test_a_part_by_number_is_no_number_that_begins_alike(table: CrosswalkTable, law: LawOnDay) -> None:
    found = _pairs(_asked(table, law, "nist-ai-rmf/measure-2.1"), hops=False)

    assert {of for of, _ in found} == {"nist-ai-rmf/measure-2.1"}


def test_a_whole_framework_can_be_asked_about(table: CrosswalkTable, law: LawOnDay) -> None:
    report = _asked(table, law, "soc-2", "eu-ai-act")

    assert ("soc-2/cc7.2", "eu-ai-act/art-12/1") in _pairs(report, hops=False)


def _hop_table(corpus: Corpus, first: str, second: str, apart: str) -> CrosswalkTable:
    text = f"""\
sources: [{{id: ours, kind: our reading, title: Ours}}]
frameworks:
  - {{id: eu-ai-act, units: "art-4"}}
  - {{id: iso-42001, units: "7.2"}}
  - {{id: soc-2, units: "cc1.4"}}
apart: [{apart}]
pairs:
  - {{of: eu-ai-act/art-4, and: iso-42001/7.2, strength: {first}, source: ours, reason: One.}}
  - {{of: iso-42001/7.2, and: soc-2/cc1.4, strength: {second}, source: ours, reason: Two.}}
"""
    return read_crosswalk(text, "x.yaml", corpus)


@pytest.mark.parametrize(
    ("first", "second", "followed"),
    [
        ("same aim", "same aim", True),
        ("same aim", "supports", True),
        ("supports", "same aim", True),
        ("same aim", "partial", False),
        ("supports", "supports", False),
    ],
)
def test_a_hop_needs_a_link_of_the_same_aim_and_no_loose_one(
    first: str, second: str, followed: bool, corpus: Corpus
) -> None:
    table = _hop_table(corpus, first, second, "")

    found = _asked(table, corpus.as_of(TODAY), "eu-ai-act/art-4", "soc-2").counterparts

    units = [ProvisionId.parse(unit) for unit in ("eu-ai-act/art-4", "soc-2/cc1.4", "iso-42001/7.2")]
    hop = Counterpart(units[0], units[1], "supports", "One. Two.", "our reading", units[2])
    assert found == ((hop,) if followed else ())


def test_no_hop_leads_to_what_is_said_to_lie_apart(corpus: Corpus) -> None:
    apart = "{unit: eu-ai-act/art-4, to: [soc-2], reason: None.}"

    report = _asked(
        _hop_table(corpus, "same aim", "same aim", apart), corpus.as_of(TODAY), "eu-ai-act/art-4", "soc-2"
    )

    assert report.counterparts == ()
    assert report.result.steps[0].found == "nothing"


def test_a_hop_never_repeats_a_direct_pair(table: CrosswalkTable, law: LawOnDay) -> None:
    for article in (9, 17, 26):
        report = _asked(table, law, f"eu-ai-act/art-{article}")

        direct = {to for _, to in _pairs(report, hops=False)}
        assert not direct & {to for _, to in _pairs(report, hops=True)}


def test_what_has_no_counterpart_is_said_with_its_reason(table: CrosswalkTable, law: LawOnDay) -> None:
    report = _asked(table, law, "eu-ai-act/art-43", "iso-42001")

    assert report.counterparts == ()
    assert report.result.steps[0].found == "nothing"
    assert report.result.steps[-1].provision == CITED[0]


def test_a_pair_counts_from_the_day_both_its_provisions_are_worded(
    table: CrosswalkTable, corpus: Corpus
) -> None:
    asked = "nist-ai-rmf/measure-2.10"
    before, after = (
        _pairs(_asked(table, corpus.as_of(day), asked, "eu-ai-act"), hops=False)
        for day in (date(2026, 7, 26), date(2026, 7, 27))
    )

    assert (asked, "eu-ai-act/art-4a/1") in after - before


@pytest.mark.parametrize(
    ("unit", "to", "error"),
    [
        ("gdpr/art-5", [], ToolInputError),
        ("eu-ai-act/art-9", ["gdpr"], ToolInputError),
        ("eu-ai-act/art-9", ["eu-ai-act"], ToolInputError),
        ("eu-ai-act/art-999", ["soc-2"], UnknownProvision),
    ],
)
def test_what_cannot_be_asked(
    unit: str, to: list[str], error: type[Exception], table: CrosswalkTable, law: LawOnDay
) -> None:
    with pytest.raises(error):
        _asked(table, law, unit, *to)


def test_a_day_on_which_a_framework_did_not_exist(table: CrosswalkTable, corpus: Corpus) -> None:
    with pytest.raises(NotInForce):
        _asked(table, corpus.as_of(date(2024, 7, 31)), "nist-ai-rmf/govern-1.1")


def test_all_that_is_cited_is_in_the_corpus_on_each_day(table: CrosswalkTable, corpus: Corpus) -> None:
    for day in (VALID.start, date(2026, 7, 26), date(2026, 7, 27), TODAY, date(2030, 1, 1)):
        law = corpus.as_of(day)
        assert all(unit in law for unit in CITED)
        for name in table.names:
            result = _asked(table, law, name).result
            assert all(unit in law for unit in result.citations)
            assert all(step.provision in law for step in result.steps)
