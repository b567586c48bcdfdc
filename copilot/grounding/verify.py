"""Holds one sentence of an answer against what it cites, before a person sees it.

Deterministic and offline: the same draft and evidence give the same findings. Likeness of vectors takes no
part in it, since it does not see a changed number, force or actor at all.
"""

from __future__ import annotations

from datetime import date

from copilot.actor import Actor
from copilot.grounding.alignment import QUOTED
from copilot.grounding.checks import CHECKS, RegisteredCheck
from copilot.grounding.claim import Claim
from copilot.grounding.connecting import is_connecting
from copilot.grounding.evidence import Evidence
from copilot.grounding.statement import Check, Citation, Draft, Finding, Grade, Statement


def verify(draft: Draft, evidence: Evidence, *, as_of: date, actor: Actor) -> Statement:
    """The draft as a statement, with the finding of every check; it is never raised for what a model wrote."""
    if not draft.citations and is_connecting(draft.text):
        finding = Finding("connecting phrase", "pass", "It connects, and claims nothing.")
        return Statement(draft.text, (), Check("connecting", (finding,)))
    claim = Claim(draft, evidence, as_of, actor)
    findings = tuple(_finding(check, claim) for check in CHECKS)
    return Statement(draft.text, _citations(claim), Check(_grade(findings, claim), findings))


def _finding(check: RegisteredCheck, claim: Claim) -> Finding:
    """What a check found; one that breaks is an error, and keeps the statement back like a failure."""
    try:
        outcome, said = check.function(claim)
        gates = check.gates == "always" or claim.aligned.is_near
    except Exception as error:  # noqa: BLE001  # a check that breaks must not let a statement through
        return Finding(check.name, "error", f"This check broke: {type(error).__name__}: {error}")
    return Finding(check.name, outcome, said, gates)


def _grade(findings: tuple[Finding, ...], claim: Claim) -> Grade:
    if any(finding.blocks for finding in findings):
        return "failed"
    return "quoted" if claim.aligned.is_near and claim.aligned.kept >= QUOTED else "checked"


def _citations(claim: Claim) -> tuple[Citation, ...]:
    return tuple(citation for cited in claim.found if (citation := cited.citation()))
