"""A provision on lanterns, and statements that lean on it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from copilot.actor import Actor
from copilot.grounding import Draft, DraftCitation, Evidence, Finding, Statement, verify
from copilot.grounding.checks import CHECKS
from copilot.grounding.claim import Claim
from copilot.law import Application, Condition, Layer, Period, Provision, ProvisionId
from copilot.rules import Figure, OpenQuestion, Step, ToolResult
from tests.law.known_names import NAMES

DAY = date(2026, 11, 20)
ANYBODY = Actor("anybody", frozenset())
ARTICLE = "eu-ai-act/art-12/2"
RULE = (
    "Deployers of lanterns shall keep a log of every lamp for at least six months, unless Union law provides "
    "otherwise. A provider may inspect the lamps before dusk. No importer shall sell a broken lamp."
)
LOG, INSPECTION, SALE = (f"{sentence.rstrip('.')}." for sentence in RULE.split(". "))


def provision(name: str = ARTICLE, text: str = RULE, **other: object) -> Provision:
    """One wording, in force since 2024 and open to everybody unless told otherwise."""
    fields: dict[str, object] = {
        "heading_path": ("Chapter III · Lamps",),
        "title": "",
        "in_force": Period(date(2024, 8, 1)),
        "layer": "digest",
        "source": "Lantern Gazette",
    }
    return Provision(id=ProvisionId.parse(name), text=text, **(fields | other))  # type: ignore[arg-type]


def applying(route: str, day: date) -> Application:
    """A date of application for the systems of one annex."""
    unit = ProvisionId.parse(ARTICLE)
    return Application(
        unit,
        Period(day),
        Condition(route=route),  # type: ignore[arg-type]
        ProvisionId.parse("eu-ai-act/art-113/c"),
        Period(date(2024, 8, 1)),
    )


def result() -> ToolResult:
    """What a tool found out about a lamp."""
    return ToolResult(
        tool="lamp_check",
        version="2",
        as_of=DAY,
        inputs={"lamp": "3"},
        verdict="the lamp has to be lit",
        steps=(Step("Is it dusk?", "yes", "Lamps are lit at dusk.", ProvisionId.parse(ARTICLE)),),
        figures=(Figure("fine at most", Decimal("35000000"), "EUR"),),
        citations=(ProvisionId.parse(ARTICLE),),
        open_questions=(OpenQuestion("oil", "Is there oil?", "Without oil no lamp burns."),),
    )


def evidence(*provisions: Provision, results: tuple[ToolResult, ...] = ()) -> Evidence:
    """What was gathered: the rule on logs unless told otherwise."""
    return Evidence(provisions=provisions or (provision(),), results=results, names=NAMES)


def draft(text: str, quote: str = LOG, source: str = ARTICLE) -> Draft:
    """One sentence with one citation."""
    return Draft(text, (DraftCitation(source, quote),))


def verified(
    text: str,
    quote: str = LOG,
    source: str = ARTICLE,
    *,
    held: Evidence | None = None,
    actor: Actor = ANYBODY,
) -> Statement:
    """A statement with one citation, held against the evidence."""
    return verify(draft(text, quote, source), held or evidence(), as_of=DAY, actor=actor)


def claim(text: str, quote: str = LOG, source: str = ARTICLE, *, held: Evidence | None = None) -> Claim:
    """A claim with one citation."""
    return Claim(draft(text, quote, source), held or evidence(), DAY, ANYBODY)


def finding(name: str, statement: Statement) -> Finding:
    """What one check found."""
    assert name in {check.name for check in CHECKS}
    return next(found for found in statement.check.findings if found.check == name)


def outcome(name: str, text: str, quote: str = LOG, source: str = ARTICLE, **how: object) -> str:
    """How one check ended."""
    return finding(name, verified(text, quote, source, **how)).outcome  # type: ignore[arg-type]


def layered(layer: Layer, text: str) -> Provision:
    """The article in one layer."""
    return provision(text=text, layer=layer)


def gates_on_change(check: str, sentence: str, old: str, new: str) -> bool:
    """Whether a check that holds for a sentence of the source fails and gates when one thing in it is changed."""
    assert old in sentence
    changed = finding(check, verified(sentence.replace(old, new), sentence))
    return outcome(check, sentence, sentence) != "fail" and changed.outcome == "fail" and changed.blocks
