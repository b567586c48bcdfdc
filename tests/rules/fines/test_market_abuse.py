from datetime import date
from decimal import Decimal

import pytest

from copilot.errors import NotInForce, ToolInputError
from copilot.law import Corpus, load_corpus
from copilot.rules.fines import Fine, Kind, Offender, fine_for

BEFORE, SINCE = date(2026, 6, 4), date(2026, 6, 5)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(policies=None)


def _fine(corpus: Corpus, infringement: str, kind: Kind | None, day: date = SINCE, **amounts: str) -> Fine:
    told = {name: Decimal(amount) for name, amount in amounts.items()}
    return fine_for(infringement, Offender(kind, **told), law=corpus.as_of(day))


def _figures(fine: Fine) -> list[tuple[str, str]]:
    return [(figure.name, f"{figure.value.normalize():f}") for figure in fine.result.figures]


@pytest.mark.parametrize(
    ("infringement", "total"),
    [
        ("insider-dealing", "5000000"),
        ("market-manipulation", "5000000"),
        ("suspicion-report", "1000000"),
        ("public-disclosure", "1000000"),
        ("insider-list", "500000"),
        ("managers-transactions", "500000"),
        ("investment-recommendations", "500000"),
    ],
)
@pytest.mark.parametrize("day", [BEFORE, SINCE])
def test_a_natural_person_is_measured_by_a_sum(
    infringement: str, total: str, day: date, corpus: Corpus
) -> None:
    fine = _fine(corpus, infringement, "natural-person", day, turnover="1000")

    assert _figures(fine) == [("sum", total)]
    assert fine.ceiling is None


@pytest.mark.parametrize(
    ("infringement", "day", "basis", "figures"),
    [
        ("insider-dealing", BEFORE, "j/i", {"sum": "15000000", "share": "15"}),
        ("insider-dealing", SINCE, "j/i", {"sum": "15000000", "share": "15"}),
        ("suspicion-report", BEFORE, "j/ii", {"sum": "2500000", "share": "2"}),
        ("suspicion-report", SINCE, "j/ii", {"sum": "2500000", "share": "2"}),
        ("public-disclosure", BEFORE, "j/ii", {"sum": "2500000", "share": "2"}),
        ("public-disclosure", SINCE, "j/iii", {"share": "2", "sum instead": "2500000"}),
        ("insider-list", BEFORE, "j/iii", {"sum": "1000000"}),
        ("insider-list", SINCE, "j/iv", {"share": "0.8", "sum instead": "1000000"}),
        ("managers-transactions", SINCE, "j/iv", {"share": "0.8", "sum instead": "1000000"}),
        ("investment-recommendations", BEFORE, "j/iii", {"sum": "1000000"}),
        ("investment-recommendations", SINCE, "j/v", {"sum": "1000000", "share": "0.8"}),
    ],
)
def test_a_legal_person_is_measured_as_the_listing_act_changed_it(
    infringement: str, day: date, basis: str, figures: dict[str, str], corpus: Corpus
) -> None:
    fine = _fine(corpus, infringement, "undertaking", day)

    assert str(fine.basis) == f"mar/art-30/2/{basis}"
    assert dict(_figures(fine)) == figures


def test_an_sme_may_be_met_with_a_smaller_sum(corpus: Corpus) -> None:
    assert ("sum instead for an SME", "400000") in _figures(_fine(corpus, "insider-list", "sme"))
    assert ("sum instead for an SME", "1000000") in _figures(_fine(corpus, "public-disclosure", "sme"))
    assert "for an SME" not in _fine(corpus, "insider-list", "smc").result.verdict


def test_turnover_and_gain_are_reckoned_exactly(corpus: Corpus) -> None:
    fine = _fine(corpus, "insider-dealing", "undertaking", turnover="100000000.10", gain="1234.56")

    assert ("share of the turnover", "15000000.015") in _figures(fine)
    assert ("three times the gain", "3703.68") in _figures(fine)
    assert {question.fact for question in fine.result.open_questions} == {"national-law"}


def test_what_nobody_told_is_asked_for(corpus: Corpus) -> None:
    fine = _fine(corpus, "insider-dealing", None)

    assert {question.fact for question in fine.result.open_questions} == {
        "kind",
        "turnover",
        "gain",
        "national-law",
    }
    assert ("sum, a natural person", "5000000") in _figures(fine)
    assert ("sum, a legal person", "15000000") in _figures(fine)


@pytest.mark.parametrize(
    ("provision", "listed"),
    [
        ("16/1", True),
        ("16/4", False),
        ("17/8", True),
        ("17/7", False),
        ("19/11", True),
        ("19/12", False),
        ("11", False),
    ],
)
def test_only_the_paragraphs_listed_have_a_least_maximum(
    provision: str, listed: bool, corpus: Corpus
) -> None:
    fine = _fine(corpus, f"mar/art-{provision}", "natural-person")

    assert bool(fine.result.figures) is listed
    assert ("no least maximum" in fine.result.verdict) is not listed


def test_a_negative_gain_and_a_union_body_are_refused(corpus: Corpus) -> None:
    with pytest.raises(ToolInputError, match="gain"):
        Offender("sme", gain=Decimal("-1"))
    with pytest.raises(ToolInputError, match="Union bodies"):
        _fine(corpus, "insider-list", "union-body")


def test_a_day_before_the_regulation_is_an_error(corpus: Corpus) -> None:
    with pytest.raises(NotInForce):
        _fine(corpus, "insider-list", "sme", date(2016, 7, 2))


@pytest.mark.parametrize(("defines", "prohibits"), [("8/1", "14"), ("10/1", "14"), ("12/1/a", "15")])
def test_what_the_prohibitions_mean_is_fined_as_they_are(
    defines: str, prohibits: str, corpus: Corpus
) -> None:
    one, other = (_fine(corpus, f"mar/art-{each}", "undertaking") for each in (defines, prohibits))

    assert one.basis == other.basis
    assert _figures(one) == _figures(other)
    assert any(f"Art. {prohibits}, which it defines" in step.found for step in one.result.steps)
