import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.grounding import Draft, verify
from copilot.grounding.checks import CHECKS, RegisteredCheck
from copilot.grounding.checks.said import Said
from copilot.grounding.claim import Claim
from copilot.law import ProvisionId
from tests.grounding.builders import ANYBODY, ARTICLE, DAY, LOG, evidence, provision, result, verified

FINE = (
    "A keeper who lights no lamp shall pay EUR 4 200 000 or 7 % within 15 days, from 2 August 2026 on, "
    "under Article 9."
)
HELD = evidence(provision(text=FINE))
TYPOGRAPHY = {
    " ": "\u00a0\u202f\u2009",
    "-": "\u2010\u2011\u2013",
    "'": "\u2019\u02bc",
    "e": ("e\u00ad",),
    "o": ("o\u200b",),
}


def test_a_sentence_of_the_source_is_quoted() -> None:
    statement = verified(LOG)

    assert statement.check.grade == "quoted"
    (citation,) = statement.citations
    assert (citation.source, citation.layer) == (ProvisionId.parse(ARTICLE), "digest")
    assert f"{citation.quote}." == LOG


def test_a_free_wording_is_checked() -> None:
    text = "For each lamp a deployer has to retain a log over six months or more, except where Union law differs."

    assert verified(text).check.grade == "checked"


def test_the_result_of_a_tool_is_quoted_without_a_layer() -> None:
    statement = verified(
        "The lamp has to be lit.",
        "the lamp has to be lit",
        "tool:lamp_check/1",
        held=evidence(results=(result(),)),
    )

    assert statement.check.grade == "quoted"
    assert [(citation.source, citation.layer) for citation in statement.citations] == [
        ("tool:lamp_check/1", None)
    ]


def test_a_phrase_that_only_connects_needs_no_source() -> None:
    assert verify(Draft("In short:"), evidence(), as_of=DAY, actor=ANYBODY).check.grade == "connecting"


def test_every_check_is_told_with_its_outcome() -> None:
    statement = verified("Lamps are lit at noon.", "made up words of nobody")

    assert [found.check for found in statement.check.findings] == [check.name for check in CHECKS]
    assert statement.check.grade == "failed"
    assert all(found.said for found in statement.check.findings)


def test_a_check_that_breaks_keeps_the_statement_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(claim: Claim) -> Said:
        raise ZeroDivisionError("no lamps")

    monkeypatch.setattr(
        import_module("copilot.grounding.verify"), "CHECKS", (RegisteredCheck(broken, "near"),)
    )

    statement = verified(LOG)

    assert statement.check.grade == "failed"
    assert statement.check.reasons == ("This check broke: ZeroDivisionError: no lamps",)


@given(st.data())
def test_no_changed_digit_ever_passes(data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([match.start() for match in re.finditer(r"\d", FINE)]))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != FINE[at]]))

    changed = FINE[:at] + digit + FINE[at + 1 :]

    assert verified(changed, FINE, held=HELD).check.grade == "failed"
    assert verified(FINE, FINE, held=HELD).check.grade == "quoted"


@given(
    st.text(max_size=60), st.text(max_size=60), st.sampled_from([ARTICLE, "tool:lamp_check/1", "art. 1"])
)
def test_whatever_a_model_writes_is_held_and_never_raised(text: str, quote: str, source: str) -> None:
    statement = verified(text, quote, source, held=evidence(provision(), results=(result(),)))

    assert {found.outcome for found in statement.check.findings} <= {"pass", "fail", "not_applicable"}


@given(st.data())
def test_typography_changes_no_outcome(data: st.DataObject) -> None:
    def other(letter: str) -> str:
        return data.draw(st.sampled_from([letter, *TYPOGRAPHY[letter]])) if letter in TYPOGRAPHY else letter

    said = data.draw(
        st.sampled_from([LOG, LOG.replace("shall", "may"), "Deployers keep logs.", "No log is kept."])
    )
    plainly = verified(said)
    varied = verified("".join(map(other, said)), "".join(map(other, LOG)))

    assert [found.outcome for found in varied.check.findings] == [
        found.outcome for found in plainly.check.findings
    ]
    assert varied.citations == plainly.citations
