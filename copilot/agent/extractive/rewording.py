"""The law's turn of phrase for what a question asks: a second search where the first would look for other words."""

from __future__ import annotations

import re

from copilot.agent.extractive.cues import cue
from copilot.agent.extractive.question import Asked

_ABROAD = (
    r"(?:United States|US|USA|UK|Switzerland|Swiss|third[- ]country|outside the (?:EU|Union)|non-EU|abroad)"
)
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        cue(r"(?:becom\w+|turn\w* into|treated as) (?:an? |the )?providers?"),
        "considered to be a provider of a high-risk AI system own name or trademark, substantial modification",
    ),
    (
        cue(
            rf"(?:apply|applies|cover|covers|reach|reaches|bind|binds|caught|fall under)\b.{{0,60}}\b{_ABROAD}"
        ),
        "scope: applies to providers and deployers established in a third country, output used in the Union",
    ),
    (
        cue(
            r"(?:avoid\w*|escape\w*|get out of|rebut\w*|not be) .{0,40}high[- ]risk",
            r"high[- ]risk.{0,50}(?:avoid\w*|escape\w*|rebut\w*|exempt\w*|exception\w*)",
        ),
        "AI system of Annex III shall not be considered to be high-risk, no significant risk, narrow procedural task",
    ),
    (
        cue(
            r"(?:must|should|does|do|shall)\b.{0,50}\btechnical documentation (?:contain|include|cover|say|look)",
            r"contents? of (?:the )?technical documentation",
        ),
        "technical documentation shall contain at least the elements of Annex IV",
    ),
    (
        cue(r"automated (?:decisions?|means|decision-making)", "solely automated"),
        "decision based solely on automated processing, including profiling: exceptions, explicit consent, contract",
    ),
    (
        cue(
            r"(?:PAI|adverse impacts?)\b.{0,40}\b(?:due|deadline|by when)",
            r"(?:due|deadline|by when)\b.{0,60}\b(?:PAI|adverse impacts?)",
        ),
        "by 30 June each year publish on the website the statement on principal adverse impacts",
    ),
    (
        cue(
            r"(?:must|have to|obliged to) consider\b.{0,30}\badverse impacts?",
            r"(?:who|which \w+)\b.{0,40}\badverse impacts?",
        ),
        "financial market participants above an number of 500 employees shall publish a statement on adverse impacts",
    ),
    (
        cue(r"insider list (?:contain|include|say)", r"contents? of (?:an |the )?insider list"),
        "the insider list shall include the identity of each person, the reason, date and time of access",
    ),
)
_REPLACED = re.compile(
    r"\bwhat (?:replaced|replaces|superseded|came after) (?P<act>.+?)\??$", re.IGNORECASE
)
_STATUS = re.compile(
    r"^\W*(?:is|are|was|has|does|do) (?:the )?(?P<act>.+?) (?:still |already |yet |now )?"
    r"(?:in force|been repealed|repealed|law|valid|enforceable|adopted|final|in effect|effective)\b",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"(?:what|who) (?:is|are|counts as|qualifies as|does) (?:an? |the )?(?P<term>.+?)"
    r"(?: (?:mean|under|within|according|in the sense)\b.*)?\??$"
    r"|(?:define|definition of|meaning of) (?:an? |the )?(?P<defined>[^?]+)",
    re.IGNORECASE,
)


def in_law_words(asked: Asked) -> str | None:
    """What else to search for; none where the question's own words will do."""
    text = asked.text
    if replaced := _REPLACED.search(text):
        return f"{replaced['act']} rescinded, replaced by"
    if asked.kind == "definition" and (term := _TERM.search(text)):
        return f"‘{(term['term'] or term['defined']).strip()}’ means"
    if turn := next((words for cue, words in _TURNS if cue.search(text)), None):
        return f"{turn} {_act(asked)}".strip()
    status = _STATUS.search(text)
    return status["act"] if status else None


def _act(asked: Asked) -> str:
    named = re.search(r"\b(?:AI Act|GDPR|MAR|SFDR)\b", asked.text)
    return named[0] if named else ""
