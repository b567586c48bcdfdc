"""How an answer is printed: statements with numbered notes for a person, the whole answer for a program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from copilot.grounding import Answer, Citation, Refusal, Statement
    from copilot.law import Corpus

_GRADES = {
    "quoted": "the words of the source, or very near them",
    "checked": "worded freely; every check that gates holds",
}


class Notes:
    """The sources of an answer, each with one number, in the order in which they are cited."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._numbers: dict[str, int] = {}
        self._cited: list[tuple[int, Citation]] = []

    def print_statement(self, statement: Statement) -> None:
        """One statement, its grade where it is not the source's words, and the numbers of its notes."""
        numbers = [self._number(citation) for citation in statement.citations]
        notes = "".join(f"[{number}]" for number in dict.fromkeys(numbers))
        freely = "  (checked)" if statement.check.grade == "checked" else ""
        typer.echo(f"{statement.text} {notes}{freely}".rstrip())
        for mark in statement.check.marks:
            typer.echo(f"    look at: {mark}")

    def print_sources(self) -> None:
        """The notes: what each number stands for, and the words leaned on."""
        if self._cited:
            typer.secho("\nSources", bold=True)
        for number, citation in self._cited:
            layer = f" ({citation.layer})" if citation.layer else ""
            typer.echo(
                f"[{number}] {self._name(citation)}{layer}  {citation.source}\n    “{citation.quote}”"
            )

    def _number(self, citation: Citation) -> int:
        key = f"{citation.source} {citation.quote}"
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._cited.append((self._numbers[key], citation))
        return self._numbers[key]

    def _name(self, citation: Citation) -> str:
        from copilot.law import ProvisionId, label_of

        if not isinstance(citation.source, ProvisionId):
            return "result of a tool"
        act = self._corpus.instruments[citation.source.instrument].short
        return f"{label_of(citation.source.segments)} {act}"


def print_answer(answer: Answer, corpus: Corpus) -> None:
    """A whole answer: notices, statements, refusal, sources, record."""
    notes = Notes(corpus)
    for notice in answer.notices:
        typer.secho(notice, fg=typer.colors.YELLOW)
    for statement in answer.statements:
        notes.print_statement(statement)
    if answer.refusal:
        print_refusal(answer.refusal)
    notes.print_sources()
    print_footer(answer)


def print_difference(first: Answer, second: Answer) -> None:
    """What the answer of one day says that that of the other does not."""
    from copilot.agent.comparing import difference

    found = difference(first, second)
    typer.secho(f"\nWhat changed between {first.as_of} and {second.as_of}", bold=True)
    if found.same:
        typer.echo("Nothing that these answers say.")
    for mark, statements in (("-", found.only_first), ("+", found.only_second)):
        for statement in statements:
            typer.echo(f"{mark} {statement.text}")


def print_sent(messages: Sequence[str]) -> None:
    """What left the machine, message by message."""
    typer.secho("\nWhat left this machine", bold=True)
    for number, message in enumerate(messages, start=1):
        typer.echo(f"{number}. {message}")
    if not messages:
        typer.echo("Nothing.")


def print_refusal(refusal: Refusal) -> None:
    """Why there is no answer, and what would settle it."""
    kind = "Conflict" if refusal.kind == "conflict" else f"No answer ({refusal.kind.replace('_', ' ')})"
    typer.secho(f"{kind}. {refusal.reason}", bold=True)
    typer.echo(refusal.settled_by)
    if refusal.nearest:
        typer.echo(f"Nearest: {', '.join(str(provision) for provision in refusal.nearest)}")


def print_footer(answer: Answer) -> None:
    """As of which day, what was left out, and where the answer is recorded."""
    left_out = f" {answer.dropped} statements did not hold and were left out." if answer.dropped else ""
    grades = {statement.check.grade for statement in answer.statements}
    legend = "; ".join(f"{grade}: {said}" for grade, said in _GRADES.items() if grade in grades)
    typer.secho(f"\nAs of {answer.as_of}. Record {answer.sequence}.{left_out}", dim=True)
    if "checked" in grades:
        typer.secho(legend, dim=True)


def answers_as_json(answers: Sequence[Answer]) -> dict[str, JsonValue]:
    """The answer; of two, both and their difference."""
    if len(answers) == 1:
        return answer_as_json(answers[0])
    from copilot.agent.comparing import difference

    found = difference(*answers)
    return {
        "answers": [answer_as_json(answer) for answer in answers],
        "only_first": [statement.text for statement in found.only_first],
        "only_second": [statement.text for statement in found.only_second],
        "both": [statement.text for statement in found.both],
    }


def answer_as_json(answer: Answer) -> dict[str, JsonValue]:
    """The whole answer."""
    refusal = answer.refusal
    return {
        "as_of": str(answer.as_of),
        "statements": [_statement(statement) for statement in answer.statements],
        "refusal": None
        if refusal is None
        else {
            "kind": refusal.kind,
            "reason": refusal.reason,
            "settled_by": refusal.settled_by,
            "nearest": [str(provision) for provision in refusal.nearest],
        },
        "dropped": answer.dropped,
        "notices": list(answer.notices),
        "fingerprint": answer.fingerprint,
        "sequence": answer.sequence,
    }


def _statement(statement: Statement) -> dict[str, JsonValue]:
    return {
        "text": statement.text,
        "check": statement.check.grade,
        "marks": list(statement.check.marks),
        "citations": [
            {
                "id": str(citation.source),
                "quote": citation.quote,
                "layer": citation.layer,
                "places": [list(place) for place in citation.places],
            }
            for citation in statement.citations
        ],
        "findings": [
            {"check": finding.check, "outcome": finding.outcome, "said": finding.said}
            for finding in statement.check.findings
        ],
    }
