"""Which tool to call next: by the kind of question, and by what was brought so far.

A plan says all calls that follow from what was seen; the first that was not made yet is the next. A call that
failed, or brought nothing, is not made again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pydantic import JsonValue

from copilot.agent.extractive.answerable import answers
from copilot.agent.extractive.cases import facts_of, infringement_in, offender_in
from copilot.agent.extractive.cues import Kind
from copilot.agent.extractive.passage import passages_of
from copilot.agent.extractive.question import Asked
from copilot.agent.extractive.relevance import ranked
from copilot.agent.extractive.rewording import in_law_words
from copilot.agent.extractive.seen import Seen
from copilot.agent.extractive.source import Source
from copilot.agent.extractive.tiers import duties_that_follow

_TOP = 6
_LONGEST_QUERY = 2_000
_DUTIES_OF = {
    "provider": "eu-ai-act/art-16",
    "importer": "eu-ai-act/art-23",
    "distributor": "eu-ai-act/art-24",
    "deployer": "eu-ai-act/art-26",
}
"""Where the duties of a role stand together; those of others are found by their words."""

_DUTIES_FOR_MODELS = "eu-ai-act/art-53"
_MAKE_A_CLASS = tuple(
    f"eu-ai-act/{unit}" for unit in ("anx-3/", "art-5/1/", "art-6/1", "art-50/", "art-51")
)
_AREAS, _DEROGATION = "eu-ai-act/anx-3/", "eu-ai-act/art-6/3"
_ON_DATES = ("eu-ai-act/art-111", "eu-ai-act/art-113")
_FINED_BY_RULE = ("eu-ai-act/", "mar/")


@dataclass(frozen=True, slots=True)
class Call:
    """A tool and what it is called with."""

    tool: str
    arguments: Mapping[str, JsonValue]


Calls: TypeAlias = tuple[Call, ...]


def next_call(asked: Asked, seen: Seen, offered: frozenset[str]) -> Call | None:
    """The next call of the plan; none where everything that can be brought is there."""
    calls = _PLANS.get(asked.kind, _general)(asked, seen)
    if len(seen.calls) >= len(calls) and not any(call.sources for call in seen.calls):
        calls = (*calls, *_searches(asked)) if not seen.called("search_law") else calls
    call = calls[len(seen.calls)] if len(seen.calls) < len(calls) else None
    return call if call and call.tool in offered else None


def _searches(asked: Asked) -> Calls:
    """The question looked up as it is asked, and once more where the law or the firm says it otherwise."""
    again = asked.of_the_policy if asked.about_policy else in_law_words(asked)
    queries = (asked.text, *([again] if again else []))
    return tuple(Call("search_law", {"query": query[:_LONGEST_QUERY], "top": _TOP}) for query in queries)


def _general(asked: Asked, seen: Seen) -> Calls:
    """Search; then the article of what answers, which may say when that does not apply, and its dates."""
    searches = _searches(asked)
    if len(seen.calls) < len(searches) or not answers(asked, seen):
        return searches
    if home := _home(asked):
        return (*searches, _read(home), _dates_of(home))
    main = _main(asked, seen)
    if main is None or asked.about_policy:
        return searches
    article = _article(main)
    dating = (_dates_of(main.id),) if _may_not_apply(main, seen.day) else ()
    return (*searches, *((_read(article),) if article else ()), *dating)


def _home(asked: Asked) -> str | None:
    """The article in which the duties of a role stand together, where just these are asked for."""
    if asked.kind != "role" or asked.role is None:
        return None
    return (
        _DUTIES_FOR_MODELS
        if asked.role == "provider" and asked.about_models
        else _DUTIES_OF.get(asked.role)
    )


def _main(asked: Asked, seen: Seen) -> Source | None:
    """The unit that answers best, of all that was found."""
    found = ranked(asked, passages_of(seen.found))
    return found[0].piece.source if found else None


def _article(source: Source) -> str | None:
    """The article that a paragraph of law is of."""
    top, *below = source.segments or ("",)
    is_paragraph = top.startswith("art-") and below and below[0][:1].isdigit() and not source.is_policy
    return f"{source.act}/{top}" if is_paragraph else None


def _may_not_apply(source: Source, day: date | None) -> bool:
    """Whether one of its dates lies ahead."""
    begins = [line.split()[2].rstrip(":") for line in source.dates if line.startswith("Applies from ")]
    return bool(begins) and (day is None or max(begins) > day.isoformat())


def _named(asked: Asked, seen: Seen) -> str | None:
    """The id of the first unit that the question names, in the act in which it was found."""
    for unit in asked.units:
        for source in (*seen.found, *seen.provisions):
            if unit.is_of(source):
                return "/".join((source.act, *unit.segments))
    return None


def _read(unit: str) -> Call:
    return Call("read_provision", {"ids": [unit]})


def _dates_of(unit: str) -> Call:
    return Call("dates_of_application", {"id": unit})


def _dates(asked: Asked, seen: Seen) -> Calls:
    """Search, then the dates of what is named, or of what was found first that is no rule on dates itself."""
    searches = _searches(asked)
    if len(seen.calls) < len(searches) or asked.about_a_whole_act:
        return searches
    found = (one.piece.source for one in ranked(asked, passages_of(seen.found)))
    bound = (s.id for s in found if s.dates and not s.is_recital and not s.id.startswith(_ON_DATES))
    unit = _named(asked, seen) or next(bound, None)
    return (*searches, _dates_of(unit)) if unit else searches


def _text(asked: Asked, seen: Seen) -> Calls:
    search = _searches(asked)[:1]
    named = _named(asked, seen) if seen.calls else None
    return (*search, _read(named), _dates_of(named)) if named else search


def _changes(asked: Asked, seen: Seen) -> Calls:
    """Search for what is named, then compare it on the two days named; else with the day asked about."""
    search = _searches(asked)[:1]
    if not seen.calls:
        return search
    main = _main(asked, seen)
    unit = _named(asked, seen) or (main.id if main else None)
    first, second = _two_days(asked)
    if unit is None or first is None or second is None or first == second:
        return search
    return (*search, Call("compare_wordings", {"id": unit, "first": str(first), "second": str(second)}))


def _two_days(asked: Asked) -> tuple[date | None, date | None]:
    """The days to compare: those named, the one named and today, or a year back and today."""
    if len(asked.days) > 1 or asked.day is None:
        return (asked.days[0], asked.days[-1]) if asked.days else (None, None)
    other = (
        asked.days[0] if asked.days else date(asked.day.year - 1, asked.day.month, min(asked.day.day, 28))
    )
    return min(other, asked.day), max(other, asked.day)


def _fine(asked: Asked, seen: Seen) -> Calls:
    """The limit of the fine, for what is named or known by name; else what a search finds on fines."""
    search = _searches(asked)[:1]
    if not seen.calls:
        return search
    named = _named(asked, seen)
    infringed = named if named and named.startswith(_FINED_BY_RULE) else infringement_in(asked.text)
    if infringed is None:
        return search
    return (*search, Call("fine_limit", {"infringement": infringed, **offender_in(asked.text)}))


def _deadline(asked: Asked, _seen: Seen) -> Calls:
    if asked.event is None or asked.moment is None:
        return _searches(asked)[:1]
    event, regime = asked.event
    facts: dict[str, JsonValue] = {**facts_of(event, asked.text)}
    told: dict[str, JsonValue] = {
        "event": event,
        "regime": regime,
        "known_at": asked.moment,
        "facts": facts,
    }
    return (Call("deadlines_for", told),)


def _class(asked: Asked, seen: Seen) -> Calls:
    """The class, then from when it is one, and what Article 6(3) takes out of it."""
    classify = Call("classify_ai_system", {"description": asked.description})
    steps = [step for result in seen.results("classify_ai_system") for step in result.steps]
    grounds = (step.provision for step in steps if step.question.startswith("Is it "))
    ground = next((provision for provision in grounds if provision.startswith(_MAKE_A_CLASS)), None)
    if ground is None:
        return (classify,)
    return (classify, _dates_of(ground), *((_read(_DEROGATION),) if ground.startswith(_AREAS) else ()))


def _owed(asked: Asked, seen: Seen) -> Calls:
    """The duties, the article in which they stand, and from when the first of them binds."""
    role = {"role": asked.bearer} if asked.bearer in _DUTIES_OF else {}
    duties = Call("duties_of", {"description": asked.description, **role})
    steps = (step for result in seen.results("duties_of") for step in duties_that_follow(result))
    first = next((step.provision for step in steps), None)
    if first is None:
        return (duties,)
    return (duties, _read("/".join(first.split("/")[:2])), _dates_of(first))


def _jurisdictions(asked: Asked, _seen: Seen) -> Calls:
    return (Call("jurisdictions_of", {"description": asked.text, "places": list(asked.places)}),)


def _gap(asked: Asked, _seen: Seen) -> Calls:
    have, want = asked.in_place
    return (Call("framework_gap", {"have": list(have), "want": list(want)}),)


def _counterparts(asked: Asked, seen: Seen) -> Calls:
    """Those of the unit that is named; of a whole framework where none is."""
    if not asked.units:
        return (Call("counterparts", {"id": asked.frameworks[0], "to": list(asked.frameworks[1:])}),)
    search = _searches(asked)[:1]
    named = _named(asked, seen) if seen.calls else None
    if named is None:
        return search
    to: list[JsonValue] = [name for name in asked.frameworks if not named.startswith(name)]
    return (*search, Call("counterparts", {"id": named, "to": to}))


_PLANS: Mapping[Kind, Callable[[Asked, Seen], Calls]] = {
    "dates": _dates,
    "text": _text,
    "changes": _changes,
    "fine": _fine,
    "deadline": _deadline,
    "class": _class,
    "owed": _owed,
    "jurisdictions": _jurisdictions,
    "gap": _gap,
    "counterparts": _counterparts,
}
