from datetime import date
from decimal import Decimal

import pytest

from copilot.errors import NotInForce, ToolInputError, UnknownProvision
from copilot.law import Corpus, load_corpus
from copilot.rules.fines import Ceiling, Fine, Kind, Offender, Supervisor, fine_for

NOW = date(2026, 11, 20)
LATER = date(2028, 9, 1)
BEFORE_OMNIBUS = date(2026, 7, 26)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(policies=None)


def _fine(
    corpus: Corpus,
    infringement: str,
    kind: Kind | None,
    turnover: str | None = None,
    *,
    day: date = NOW,
    supervisor: Supervisor | None = None,
) -> Fine:
    told = None if turnover is None else Decimal(turnover)
    return fine_for(infringement, Offender(kind, told, supervisor), law=corpus.as_of(day))


def _ceiling(fine: Fine) -> Decimal:
    assert fine.ceiling is not None
    assert fine.ceiling.exact is not None
    return fine.ceiling.exact


def _asked(fine: Fine) -> set[str]:
    return {question.fact for question in fine.result.open_questions}


@pytest.mark.parametrize(
    ("turnover", "larger", "sme", "smc"),
    [
        ("500000000", "35000000", "35000000", "35000000"),
        ("500000000.01", "35000000.0007", "35000000", "35000000.0007"),
        ("499999999.99", "35000000", "34999999.9993", "35000000"),
        ("1000000000", "70000000", "35000000", "70000000"),
        ("1000000", "35000000", "70000", "35000000"),
        ("0", "35000000", "0", "35000000"),
    ],
)
def test_a_prohibition_costs_the_higher_for_all_but_smes(
    turnover: str, larger: str, sme: str, smc: str, corpus: Corpus
) -> None:
    kinds: dict[Kind, str] = {"undertaking": larger, "sme": sme, "smc": smc}

    for kind, expected in kinds.items():
        assert _ceiling(_fine(corpus, "eu-ai-act/art-5/1/a", kind, turnover)) == Decimal(expected)


@pytest.mark.parametrize(
    ("infringement", "total", "even", "above", "above_share"),
    [
        ("transparency", "15000000", "500000000", "600000000", "18000000"),
        ("wrong-information", "7500000", "750000000", "800000000", "8000000"),
    ],
)
def test_a_small_mid_cap_pays_the_lower_in_the_two_other_tiers(
    infringement: str, total: str, even: str, above: str, above_share: str, corpus: Corpus
) -> None:
    for kind in ("undertaking", "sme", "smc"):
        assert _ceiling(_fine(corpus, infringement, kind, even)) == Decimal(total)

    assert _ceiling(_fine(corpus, infringement, "undertaking", above)) == Decimal(above_share)
    assert _ceiling(_fine(corpus, infringement, "smc", above)) == Decimal(total)
    assert _ceiling(_fine(corpus, infringement, "sme", above)) == Decimal(total)


@pytest.mark.parametrize(
    ("day", "expected"), [(BEFORE_OMNIBUS, "15000000"), (date(2026, 7, 27), "3000000")]
)
def test_the_rule_for_small_mid_caps_begins_on_27_july_2026(
    day: date, expected: str, corpus: Corpus
) -> None:
    assert _ceiling(_fine(corpus, "transparency", "smc", "100000000", day=day)) == Decimal(expected)


@pytest.mark.parametrize(
    ("provision", "point"),
    [
        ("art-16", "art-99/4/a"),
        ("art-9/2", "art-99/4/a"),
        ("art-20/1", "art-99/4/a"),
        ("art-49/1", "art-99/4/a"),
        ("art-22/3", "art-99/4/b"),
        ("art-23/1", "art-99/4/c"),
        ("art-24/1", "art-99/4/d"),
        ("art-25/2", "art-99/4/da"),
        ("art-25/4", "art-99/4/da"),
        ("art-26/5", "art-99/4/e"),
        ("art-49/3", "art-99/4/e"),
        ("art-33/4", "art-99/4/f"),
        ("art-50/1", "art-99/4/g"),
        ("art-53", "art-101/1/a"),
        ("art-92", "art-101/1/d"),
        ("art-5/1a", "art-99/3"),
    ],
)
def test_each_list_names_what_it_names(provision: str, point: str, corpus: Corpus) -> None:
    assert str(_fine(corpus, f"eu-ai-act/{provision}", "undertaking").basis) == f"eu-ai-act/{point}"


@pytest.mark.parametrize(
    "provision",
    (
        "art-4 art-5/4 art-5/8 art-6/4 art-21/2 art-22/1 art-22/2 art-25/1 art-25/3 art-25/5 art-27 art-33/2 "
        "art-49/2 art-49/4 art-50/6 art-50/7 art-52/4 art-54/3 art-72 art-73 art-86"
    ).split(),
)
def test_what_no_list_names_is_left_to_national_law_as_we_read_it(provision: str, corpus: Corpus) -> None:
    fine = _fine(corpus, f"eu-ai-act/{provision}", "undertaking", "1000000")

    assert str(fine.basis) == "eu-ai-act/art-99/1"
    assert fine.ceiling is None
    assert "our reading" in fine.result.verdict
    assert "supervisor" in _asked(fine)


def test_the_value_chain_was_in_no_list_before_27_july_2026(corpus: Corpus) -> None:
    assert _fine(corpus, "eu-ai-act/art-25/4", "sme", day=BEFORE_OMNIBUS).ceiling is None


def test_the_ai_office_may_fine_what_no_list_names(corpus: Corpus) -> None:
    fine = _fine(corpus, "eu-ai-act/art-27/1", "sme", "1000000", day=LATER, supervisor="ai-office")

    assert str(fine.basis) == "eu-ai-act/art-75c/4/a"
    assert _ceiling(fine) == Decimal(30_000)
    before = _fine(corpus, "eu-ai-act/art-27/1", "sme", day=BEFORE_OMNIBUS, supervisor="ai-office")
    assert before.ceiling is None


def test_whoever_breaks_a_promise_to_the_ai_office_is_fined_by_it(corpus: Corpus) -> None:
    fine = _fine(corpus, "ai-office-commitment", "undertaking", "0")

    assert _ceiling(fine) == Decimal(15_000_000)
    assert any(step.found.startswith("the AI Office") for step in fine.result.steps)


@pytest.mark.parametrize("kind", ["undertaking", "sme", "smc", "natural-person"])
def test_a_provider_of_a_model_has_no_lower_limit(kind: Kind, corpus: Corpus) -> None:
    fine = _fine(corpus, "model-information-request", kind, "1000000")

    assert _ceiling(fine) == Decimal(15_000_000)
    assert "intent" in _asked(fine)
    assert [step.found for step in fine.result.steps if step.question.startswith("Who")] == [
        "the Commission"
    ]


def test_a_union_body_pays_a_sum_whatever_the_turnover(corpus: Corpus) -> None:
    assert _ceiling(_fine(corpus, "prohibited-practice", "union-body", "1e12")) == Decimal(1_500_000)
    assert _ceiling(_fine(corpus, "literacy", "union-body")) == Decimal(750_000)


def test_a_person_or_an_authority_is_fined_up_to_the_sum(corpus: Corpus) -> None:
    assert _ceiling(_fine(corpus, "prohibited-practice", "natural-person", "1e12")) == Decimal(35_000_000)
    authority = _fine(corpus, "transparency", "public-authority")
    assert _ceiling(authority) == Decimal(15_000_000)
    assert "national-law-on-authorities" in _asked(authority)


@pytest.mark.parametrize(
    ("kind", "bounds"),
    [
        ("undertaking", Ceiling(Decimal(35_000_000), None)),
        ("sme", Ceiling(Decimal(0), Decimal(35_000_000))),
        ("natural-person", Ceiling(Decimal(35_000_000), Decimal(35_000_000))),
        (None, Ceiling(Decimal(0), None)),
    ],
)
def test_a_turnover_nobody_told_is_asked_for(kind: Kind | None, bounds: Ceiling, corpus: Corpus) -> None:
    fine = _fine(corpus, "prohibited-practice", kind)

    assert fine.ceiling == bounds
    assert ("turnover" in _asked(fine)) is (kind != "natural-person")
    assert next(figure.value for figure in fine.result.figures if figure.name == "sum") == 35_000_000


def test_a_kind_nobody_told_leaves_both_limits_possible(corpus: Corpus) -> None:
    fine = _fine(corpus, "prohibited-practice", None, "1000000000")

    assert fine.ceiling == Ceiling(Decimal(35_000_000), Decimal(70_000_000))
    assert "kind" in _asked(fine)


@pytest.mark.parametrize(
    ("infringement", "day", "status"),
    [
        ("eu-ai-act/art-5/1/a", date(2025, 8, 1), "not-yet"),
        ("eu-ai-act/art-5/1/a", date(2025, 8, 2), "binds"),
        ("eu-ai-act/art-5/1/ba", date(2026, 12, 1), "not-yet"),
        ("eu-ai-act/art-5/1/ba", date(2026, 12, 2), "binds"),
        ("eu-ai-act/art-50/1", date(2026, 8, 1), "not-yet"),
        ("eu-ai-act/art-50/1", date(2026, 8, 2), "binds"),
        ("eu-ai-act/art-50/2", date(2026, 12, 1), "depends"),
        ("eu-ai-act/art-50/2", date(2026, 12, 2), "binds"),
        ("eu-ai-act/art-26/5", date(2027, 12, 1), "not-yet"),
        ("eu-ai-act/art-26/5", date(2027, 12, 2), "depends"),
        ("eu-ai-act/art-53/1", date(2026, 8, 1), "not-yet"),
        ("eu-ai-act/art-53/1", date(2026, 8, 2), "depends"),
        # Article 43 may apply by one reading, Article 16(f), by which Article 99(4) reaches it, does not.
        ("eu-ai-act/art-43", date(2026, 11, 20), "not-yet"),
        ("eu-ai-act/art-49/3", date(2026, 11, 20), "not-yet"),
        ("eu-ai-act/art-43", date(2027, 12, 2), "depends"),
        ("eu-ai-act/art-73", date(2026, 11, 20), "disputed"),
    ],
)
def test_a_fine_applies_when_the_duty_and_the_penalty_do(
    infringement: str, day: date, status: str, corpus: Corpus
) -> None:
    fine = _fine(corpus, infringement, "sme", day=day)

    assert fine.status == status
    assert ("none yet" in fine.result.verdict) is (status == "not-yet")
    asked = bool({"application-case", "application-reading"} & _asked(fine))
    assert asked or status in ("binds", "not-yet")
    assert not (asked and status == "binds")


def test_a_day_before_the_act_is_an_error(corpus: Corpus) -> None:
    with pytest.raises(NotInForce):
        _fine(corpus, "prohibited-practice", "sme", day=date(2024, 7, 31))
    with pytest.raises(NotInForce):
        _fine(corpus, "eu-ai-act/art-5/1/ba", "sme", day=BEFORE_OMNIBUS)


@pytest.mark.parametrize("turnover", ["-0.01", "-1", "NaN", "Infinity", "1e19"])
def test_a_turnover_that_cannot_be_is_refused(turnover: str) -> None:
    with pytest.raises(ToolInputError, match="turnover"):
        Offender("sme", Decimal(turnover))


@pytest.mark.parametrize(
    ("infringement", "error"),
    [
        ("bribery", ToolInputError),
        ("gdpr/art-33", ToolInputError),
        ("eu-ai-act/art-999", UnknownProvision),
        ("eu-ai-act/Art 5", UnknownProvision),
    ],
)
def test_an_infringement_without_a_rule_is_refused(
    infringement: str, error: type[Exception], corpus: Corpus
) -> None:
    with pytest.raises(error):
        _fine(corpus, infringement, "sme")


def test_a_duty_that_is_none_is_asked_about(corpus: Corpus) -> None:
    assert "duty" in _asked(_fine(corpus, "eu-ai-act/art-3", "sme"))
    assert "duty" in _asked(_fine(corpus, "eu-ai-act/art-3", "sme", supervisor="ai-office"))
    assert "duty" in _asked(_fine(corpus, "eu-ai-act/art-3", "union-body"))
    assert "duty" not in _asked(_fine(corpus, "transparency", "union-body"))
    assert "duty" not in _asked(_fine(corpus, "literacy", "sme"))


@pytest.mark.parametrize("duty", ["art-21/2", "art-54/3", "art-54/5"])
def test_a_duty_in_no_list_is_not_asked_whether_it_is_one(duty: str, corpus: Corpus) -> None:
    fine = _fine(corpus, f"eu-ai-act/{duty}", "sme")

    assert str(fine.basis) == "eu-ai-act/art-99/1"
    assert "duty" not in _asked(fine)
