"""What a question tells of a case: what happened and when, where, who is fined for what and how large they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from copilot.agent.extractive.cues import cue
from copilot.agent.extractive.named import days_in

_HARM = r"(?:died|dead|death|killed|fatal\w*|seriously (?:injured|hurt|harmed))"
_BY_AI = r"(?:AI|algorithms?|chatbots?|high-risk system)\b"
_DEATH = cue(r"died|dead|death|killed|fatal\w*")
_EVENTS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "model-incident",
        "ai-act",
        cue(
            r"incident.{0,60}(?:general-purpose|GPAI|systemic risk)",
            r"(?:general-purpose|GPAI).{0,60}incident",
        ),
    ),
    (
        "model-threshold",
        "ai-act",
        cue(
            r"10\^?25",
            "compute threshold",
            r"systemic[- ]risk threshold",
            "flops?",
            r"threshold.{0,40}(?:training|compute)",
        ),
    ),
    (
        "data-breach-at-processor",
        "gdpr",
        cue(r"processor.{0,80}(?:breach|leak)", r"(?:breach|leak).{0,80}processor"),
    ),
    (
        "data-breach",
        "gdpr",
        cue(
            *(
                r"data (?:breach|leak)",
                r"breach of (?:personal )?data",
                r"leak(?:ed)? (?:personal|customer|client) data",
            ),
            r"data (?:was |were |got |has been |have been )?(?:leaked|stolen|lost)",
        ),
    ),
    (
        "suspicion",
        "mar",
        cue(
            r"suspicious (?:order|transaction|trade)s?",
            *("STORs?", r"suspect\w* (?:of )?(?:insider|market|manipulation|trade)"),
        ),
    ),
    ("insider-access", "mar", cue("insider list")),
    (
        "managers-transaction",
        "mar",
        cue(
            *("managers?'? transactions?", "PDMR", "director'?s'? dealings?"),
            r"(?:CEO|CFO|director|board member) (?:bought|sold|buys|sells)",
        ),
    ),
    ("financial-report", "mar", cue("closed period")),
    (
        "serious-incident-at-deployer",
        "ai-act",
        cue(
            r"(?:deployer|we use|as (?:a )?user).{0,120}serious incident",
            r"serious incident.{0,80}deployer",
        ),
    ),
    (
        "serious-incident",
        "ai-act",
        cue(
            "serious incident",
            rf"{_HARM}.{{0,60}}\b{_BY_AI}",
            rf"{_BY_AI}.{{0,60}}\b{_HARM}",
        ),
    ),
    ("non-conformity", "ai-act", cue(r"(?:system|it) (?:does not|doesn't) conform", r"non-conform\w*")),
)
_PLACES: tuple[tuple[str, str], ...] = (
    ("eu", r"EU|Europe|European Union|Germany|France|Ireland|Luxembourg|Netherlands|Italy|Spain"),
    ("uk", r"UK|United Kingdom|Britain|England|London"),
    ("us-ca", r"California"),
    ("us-co", r"Colorado"),
    ("us-il", r"Illinois"),
    ("us-md", r"Maryland"),
    ("us-me", r"Maine"),
    ("us-ny-nyc", r"New York City|NYC"),
    ("us-ny", r"New York(?! City)"),
    ("us-tx", r"Texas"),
    ("us-ut", r"Utah"),
    ("us-federal", r"US|USA|United States|America"),
)
_CLOCK = re.compile(
    r"\b(?:at|around|by) (?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))? ?(?P<half>am|pm)?\b|(?P<h>\d{1,2}):(?P<m>\d{2})",
    re.IGNORECASE,
)
_AGO = {"today": 0, "this morning": 0, "yesterday": 1}
_INFRINGEMENTS: tuple[tuple[str, str], ...] = (
    ("insider-dealing", r"insider (?:dealing|trading)|insider trade"),
    ("market-manipulation", r"market manipulation|manipulat\w* the market|spoofing|wash trad\w+|layering"),
    ("unlawful-disclosure", r"unlawful disclosure|tipp?ing|disclos\w* inside information unlawfully"),
    ("suspicion-report", r"STORs?|suspicious transactions?|not reporting (?:a )?suspici\w+"),
    ("insider-list", r"insider lists?"),
    ("managers-transactions", r"managers'? transactions?|PDMR|directors?'? dealings?"),
    (
        "public-disclosure",
        r"ad hoc|public disclosure of inside information|disclos\w* inside information late",
    ),
    (
        "prohibited-practice",
        r"prohibit\w*|Art(?:icle|\.)? ?5\b(?! ?\()|banned|social scoring|emotion recognition|forbidden",
    ),
    ("wrong-information", r"(?:wrong|false|incorrect|misleading|incomplete) (?:information|answers?)"),
    ("impact-assessment", r"fundamental rights impact|FRIA"),
    ("literacy", r"literacy"),
    ("incident-report", r"serious incident"),
    ("transparency", r"transparency|chatbot|deep ?fakes?|Art(?:icle|\.)? ?50\b"),
    ("model-duties", r"general-purpose|GPAI|foundation model"),
    ("importer-duties", r"importers?"),
    ("distributor-duties", r"distributors?"),
    ("representative-duties", r"authori[sz]ed representatives?"),
    ("notified-body-duties", r"notified bod(?:y|ies)"),
    ("deployer-duties", r"deployers?"),
    ("provider-duties", r"providers?"),
)
_KINDS: tuple[tuple[str, str], ...] = (
    ("smc", r"small mid-?caps?|SMC"),
    ("sme", r"SMEs?|start-?ups?|small (?:company|business|firm|enterprise)|medium-sized"),
    ("natural-person", r"natural person|individual|employee|trader"),
    ("public-authority", r"public authorit(?:y|ies)|public bod(?:y|ies)"),
    ("union-body", r"(?:Union|EU) (?:institutions?|bod(?:y|ies)|agenc(?:y|ies))"),
    (
        "undertaking",
        r"large (?:bank|company|firm|undertaking)|undertaking|(?<!or )(?:bank|company|firm) with",
    ),
)
_AMOUNT = re.compile(
    r"(?:EUR|€|euros?)? ?(?P<number>\d{1,3}(?:[ ,.]\d{3})+|\d+(?:\.\d+)?)"
    r" ?(?P<size>bn|billion|m|mn|million|k|thousand)?(?: ?(?:EUR|€|euros?))?",
    re.IGNORECASE,
)
_SIZES = {"bn": 9, "billion": 9, "m": 6, "mn": 6, "million": 6, "k": 3, "thousand": 3}


def _first(table: tuple[tuple[str, str], ...], text: str) -> str | None:
    return next((name for name, cue in table if re.search(rf"\b(?:{cue})\b", text, re.IGNORECASE)), None)


def facts_of(event: str, text: str) -> Mapping[str, bool]:
    """What a text tells that the deadlines of the event depend on."""
    return {"death": True} if event.startswith("serious-incident") and _DEATH.search(text) else {}


def event_in(text: str) -> tuple[str, str] | None:
    """What happened, and the regime under which its deadlines are asked for."""
    return next(((event, regime) for event, regime, happened in _EVENTS if happened.search(text)), None)


def moment_in(text: str, day: date | None) -> str | None:
    """When something became known, as a tool reads it; none where no day is told."""
    days = sorted(days_in(text))
    ago = next((number for words, number in _AGO.items() if words in text.lower()), None)
    if days:
        known = days[0]
    elif ago is not None and day is not None:
        known = date.fromordinal(day.toordinal() - ago)
    else:
        return None
    clock = _CLOCK.search(re.sub(r"\d{4}-\d{2}-\d{2}", " ", text))
    if clock is None:
        return f"{known}T00:00"
    hour = int(clock["hour"] or clock["h"]) % 24
    if (clock["half"] or "").lower() == "pm" and hour < 12:
        hour += 12
    return f"{known}T{hour:02}:{clock['minute'] or clock['m'] or '00'}"


def places_in(text: str) -> tuple[str, ...]:
    """The jurisdictions that a text names, as the register has them."""
    return tuple(place for place, cue in _PLACES if re.search(rf"\b(?:{cue})\b", text))


def infringement_in(text: str) -> str | None:
    """What is fined under the AI Act or MAR, by the name under which it is known; none under another act."""
    if re.search(r"\b(?:GDPR|SFDR|DORA|MiFID)\b", text) and not re.search(r"\b(?:AI Act|MAR)\b", text):
        return None
    return _first(_INFRINGEMENTS, text)


def offender_in(text: str) -> Mapping[str, str]:
    """Who is fined, so far as it is told: the kind and the turnover in EUR."""
    kind, turnover = _first(_KINDS, text), None
    told = re.search(
        r"turnover.{0,30}?"
        + _AMOUNT.pattern
        + "|"
        + re.sub(r"\?P<\w+>", "", _AMOUNT.pattern)
        + r".{0,20}turnover",
        text,
        re.IGNORECASE,
    )
    if told:
        amount = max(_AMOUNT.finditer(told[0]), key=lambda found: len(found[0]), default=None)
        turnover = _in_euro(amount) if amount else None
    return {name: value for name, value in (("kind", kind), ("turnover", turnover)) if value}


def _in_euro(amount: re.Match[str]) -> str:
    size = _SIZES.get((amount["size"] or "").lower(), 0)
    if size:
        whole, _, part = amount["number"].replace(",", ".").partition(".")
        return whole + part.ljust(size, "0")[:size]
    return re.sub(r"[ ,.]", "", amount["number"])
