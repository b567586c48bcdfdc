"""The one text of a source: what a model is shown of it, and what it may quote.

For a provision that is its wording, or its title where all its text is in its parts. Below stand the dates
of application, as sentences that can be quoted ("Applies from 2027-12-02: ..."); they are taken from the
provisions on application and worded by us, so they are never the publisher's words. For the result of a
tool it is what it was told, the verdict, the figures, the steps, the open questions and the provisions it rests on.

The same source gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from copilot.law import Application, Provision, label_of
from copilot.rules import Inputs, ToolResult


def wording_of_provision(provision: Provision) -> str:
    """The words of a provision, without the dates of application."""
    return provision.text or provision.title


def citable_text(source: Provision | ToolResult, *, as_of: date) -> str:
    """What may be quoted of a source; of a provision, its wording stands first."""
    return "\n".join(citable_parts(source, as_of=as_of))


def citable_parts(source: Provision | ToolResult, *, as_of: date) -> tuple[str, ...]:
    """The same, part by part: the wording and each date of application, or each line of a result."""
    if isinstance(source, ToolResult):
        return tuple(_lines(source))
    dates = dict.fromkeys(_applies(rule) for rule in source.applies_as_stated_on(as_of))
    return (wording_of_provision(source), *dates)


def _applies(rule: Application) -> str:
    disputed = f" Disputed; this is the reading of {rule.reading}." if rule.reading else ""
    return f"Applies {rule.binds}: {rule.condition} ({label_of(rule.basis.segments)}).{disputed}"


def _told(inputs: Inputs) -> Iterator[tuple[str, str]]:
    """What a rule was told, name by name; what was not told is left out."""
    for name, value in sorted(inputs.items()):
        if isinstance(value, dict):
            yield from ((f"{name}.{inner}", said) for inner, said in _told(value))
        elif isinstance(value, list):
            yield name, ", ".join(map(str, value))
        elif value is not None:
            yield name, ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _lines(result: ToolResult) -> Iterator[str]:
    yield f"Result of {result.tool}, version {result.version}, as of {result.as_of}."
    yield from (f"Told: {name}: {value}" for name, value in _told(result.inputs))
    yield f"Verdict: {result.verdict}"
    yield from (f"Figure: {figure.name}: {figure.value:f} {figure.unit}" for figure in result.figures)
    for step in result.steps:
        yield f"Step: {step.question}"
        yield f"Found: {step.found}"
        yield f"Matters: {step.matters} ({step.provision})"
    for asked in result.open_questions:
        yield f"Open: {asked.question}"
        yield f"Matters: {asked.matters}"
    if result.citations:
        yield f"Rests on: {', '.join(str(cited) for cited in result.citations)}"
