"""What a run measured, as rows for a table, as Markdown for the documentation, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from pydantic import JsonValue

from evals.mutation.gate import requirements, while_tuning
from evals.mutation.invariances import INVARIANCES
from evals.mutation.operators import OPERATORS
from evals.mutation.scores import Kills, Share, blocked, kills
from evals.mutation.statement_under_test import Kind, Part
from evals.mutation.trials import AS_WRITTEN, Trial

BEGIN = "<!-- mutation: begin (written by evals/mutation/report.py) -->"
END = "<!-- mutation: end -->"
_MEASURED = (
    "caught", "text alone", "text and quote", "source or quote", "downgraded", "unpaired", "caught by",
)  # fmt: skip
_TOP_CHECKS = 3


@dataclass(frozen=True, slots=True)
class Section:
    """One table: its heading, what its columns are, and its rows."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def sections(trials: Sequence[Trial]) -> tuple[Section, ...]:
    """Every table of the report, the figures asked for first."""
    return (
        _gate(trials),
        _statements(trials),
        _operators("Quoted statements", while_tuning(trials, "quoted")),
        _operators("Paraphrases", while_tuning(trials, "paraphrases")),
        _alarms(trials),
        _held_out(trials),
    )


def into_page(page: str, tables: str) -> str:
    """The tables between the two marks of a page that has them; a page without marks is the tables alone."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{begin}\n\n{tables}\n{end}{after}" if end else tables


def markdown(trials: Sequence[Trial]) -> str:
    """The tables as Markdown."""
    return "\n\n".join("\n".join(_as_markdown(section)) for section in sections(trials)) + "\n"


def as_json(trials: Sequence[Trial]) -> dict[str, JsonValue]:
    """The same, with every share as hits, of and interval."""
    parts: dict[str, JsonValue] = {}
    for part in get_args(Part):
        counted = while_tuning(trials, part)
        parts[part] = {
            "all": _kills_as_json(kills(counted)),
            "operators": {
                name: _kills_as_json(kills(of_it)) for name, of_it in _by_operator(counted) if of_it
            },
        }
    return {
        "requirements": [
            {"name": one.name, "share": _share_as_json(one.share), "bound": one.bound, "holds": one.holds}
            for one in requirements(trials)
        ],
        "parts": parts,
        "false_alarms": {
            f"{kind}: {by}": _share_as_json(share) for kind, by, share in _alarm_shares(trials)
        },
        "held_out": {name: _kills_as_json(found) for name, found in _held_out_kills(trials)},
    }


def survivors(trials: Sequence[Trial], of_each: int, *, held_out: bool) -> Iterator[str]:
    """So many mutants of each operator that got through though they are false.

    Those held out are left out unless asked for: whoever tunes the checks must not see them.
    """
    for operator in OPERATORS:
        through = [
            trial
            for trial in trials
            if trial.by == operator.name
            and trial.survived
            and (held_out or not (operator.held_out or trial.statement.held_out))
        ]
        for trial in through[:of_each]:
            altered = trial.altered
            yield f"{operator.name} ({altered.where}) {trial.statement.id}\n  {altered.change}\n  {altered.draft.text}"


def _gate(trials: Sequence[Trial]) -> Section:
    rows = tuple(
        (
            one.name,
            _written(one.share),
            f"{'≥' if one.at_least else '≤'} {one.bound:.0%}",
            "yes" if one.holds else "NO",
        )
        for one in requirements(trials)
    )
    return Section("What is asked for", ("figure", "measured", "asked", "holds"), rows)


def _statements(trials: Sequence[Trial]) -> Section:
    written = Counter(trial.statement.kind for trial in trials if trial.by == AS_WRITTEN)
    quoted = Counter(
        trial.statement.kind
        for trial in trials
        if trial.by == AS_WRITTEN and trial.verdict.grade == "quoted"
    )
    rows = tuple((kind, str(written[kind]), str(quoted[kind])) for kind in get_args(Kind))
    return Section("Statements", ("kind", "statements", "graded quoted"), rows)


def _operators(heading: str, trials: list[Trial]) -> Section:
    rows = [_row(name, kills(of_it)) for name, of_it in _by_operator(trials) if of_it]
    return Section(heading, ("operator", *_MEASURED), (*rows, _row("all", kills(trials))))


def _row(name: str, found: Kills) -> tuple[str, ...]:
    rest = [share for where, share in found.by_where.items() if where not in ("text", "text and quote")]
    checks = ", ".join(f"{check} {count}" for check, count in list(found.by_check.items())[:_TOP_CHECKS])
    return (
        name,
        _written(found.share),
        _short(found.by_where.get("text")),
        _short(found.by_where.get("text and quote")),
        _short(Share(sum(share.hits for share in rest), sum(share.of for share in rest))),
        str(found.downgraded),
        str(found.unpaired),
        checks,
    )


def _alarms(trials: Sequence[Trial]) -> Section:
    rows = tuple((kind, by, _written(share)) for kind, by, share in _alarm_shares(trials))
    return Section("Faithful statements that were blocked", ("statements", "written", "blocked"), rows)


def _alarm_shares(trials: Sequence[Trial]) -> Iterator[tuple[str, str, Share]]:
    faithful = [trial for trial in trials if trial.role == "faithful" and not trial.statement.held_out]
    for kind in get_args(Kind):
        for by in (AS_WRITTEN, *(invariance.name for invariance in INVARIANCES)):
            of_it = [trial for trial in faithful if trial.statement.kind == kind and trial.by == by]
            if of_it:
                yield kind, by, blocked(of_it)


def _held_out(trials: Sequence[Trial]) -> Section:
    rows = [_row(name, found) for name, found in _held_out_kills(trials)]
    for part in get_args(Part):
        faithful = [
            trial
            for trial in trials
            if trial.role == "faithful" and trial.statement.held_out and trial.statement.part == part
        ]
        rows.append((f"SFDR, {part}: faithful blocked", _written(blocked(faithful)), *[""] * 6))
    return Section("Kept out while tuning", ("held out", *_MEASURED), tuple(rows))


def _held_out_kills(trials: Sequence[Trial]) -> Iterator[tuple[str, Kills]]:
    held_out = {operator.name for operator in OPERATORS if operator.held_out}
    for part in get_args(Part):
        of_part = [trial for trial in trials if trial.statement.part == part]
        for name in sorted(held_out):
            of_it = [trial for trial in of_part if trial.by == name and not trial.statement.held_out]
            yield f"{name}, {part}", kills(of_it)
        sfdr = [trial for trial in of_part if trial.statement.held_out and trial.by not in held_out]
        yield f"SFDR, {part}", kills(sfdr)


def _by_operator(trials: Sequence[Trial]) -> Iterator[tuple[str, list[Trial]]]:
    for operator in OPERATORS:
        yield operator.name, [trial for trial in trials if trial.by == operator.name]


def _as_markdown(section: Section) -> Iterator[str]:
    yield f"### {section.heading}\n"
    yield f"| {' | '.join(section.columns)} |"
    yield f"|{' --- |' * len(section.columns)}"
    yield from (f"| {' | '.join(row)} |" for row in section.rows)


def _written(share: Share) -> str:
    limits = share.interval()
    if share.value is None or limits is None:
        return "none"
    return f"{share.value:.1%} of {share.of:,} [{limits[0]:.1%}, {limits[1]:.1%}]"


def _short(share: Share | None) -> str:
    return "" if share is None or share.value is None else f"{share.value:.1%} of {share.of:,}"


def _share_as_json(share: Share) -> JsonValue:
    limits = share.interval()
    return {"hits": share.hits, "of": share.of, "interval": list(limits) if limits else None}


def _kills_as_json(found: Kills) -> JsonValue:
    return {
        "share": _share_as_json(found.share),
        "unpaired": found.unpaired,
        "downgraded": found.downgraded,
        "by_where": {where: _share_as_json(share) for where, share in found.by_where.items()},
        "by_check": dict(found.by_check),
    }
