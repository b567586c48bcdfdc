"""What the copilot does not answer at all, and says so by name before anything is looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copilot.grounding import Refusal

_HELD = "EU law on AI, sustainability disclosure, market abuse and data protection, with US and UK regimes beside it"

_COUNTRIES = (
    "Swiss|Switzerland|Liechtenstein|Norwegian|Norway|Iceland|Turkish|Turkey|Russian|Russia|Ukrainian|Ukraine|Serbian|"
    "Japan|Japanese|China|Chinese|Hong Kong|Singapore|Singaporean|Korea|Korean|India|Indian|Australia|Australian|"
    "New Zealand|Canada|Canadian|Mexico|Mexican|Brazil|Brazilian|Argentina|Chile|Chilean|Israel|Israeli|Dubai|Emirati|"
    "United Arab Emirates|UAE|Saudi|Qatar|South Africa|South African|Nigeria|Nigerian|Kenya|Kenyan|Egypt|Egyptian|"
    "Thailand|Thai|Vietnam|Vietnamese|Indonesia|Indonesian|Malaysia|Malaysian|Philippines|Taiwan|Taiwanese"
)
_MEMBER_STATES = (
    "Austrian|Belgian|Bulgarian|Croatian|Cypriot|Czech|Danish|Dutch|Estonian|Finnish|French|German|Greek|Hungarian|"
    "Irish|Italian|Latvian|Lithuanian|Luxembourg|Maltese|Polish|Portuguese|Romanian|Slovak|Slovenian|Spanish|Swedish"
)
_LAW = r"(?:\w+ )?(?:law|laws|act|code|rules|regulations?|regime|legislation|statute|constitution|courts?)"


@dataclass(frozen=True, slots=True)
class _Outside:
    """A kind of question, how it is known, where to go with it instead, and what shows that it is no such question."""

    name: str
    known_by: re.Pattern[str]
    instead: str
    unless: re.Pattern[str] | None = None


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_OUTSIDE = (
    _Outside(
        "medical advice",
        _words(
            r"medical advice|diagnos(?:e|is of) (?:me|my)|my (?:symptoms?|doctor|dosage|medication|illness)|"
            r"should I take (?:\w+ )?(?:pills?|medicine|medication|antibiotics|aspirin|ibuprofen)|"
            r"(?:dosage|dose|side effects?) of|treat (?:a|my) (?:cold|flu|fever|rash|headache|infection)"
        ),
        "Ask a doctor.",
    ),
    _Outside(
        "national law that is not held",
        _words(
            rf"(?:{_COUNTRIES})(?:'s)? (?:AI |data protection |financial |market |securities |privacy )?{_LAW}|"
            rf"(?:laws?|rules|regulations?|legislation|legal|allowed|permitted)(?: \w+){{0,4}} (?:in|of|under) "
            rf"(?:{_COUNTRIES})|(?:{_MEMBER_STATES}) (?:national |labou?r |works council )?{_LAW}"
        ),
        "Ask counsel admitted there, or ask about the EU, US or UK regime.",
        unless=_words(r"AI Act|EU|Union|SFDR|MAR|GDPR|NIST|ISO|SOC 2|UK|US"),
    ),
    _Outside(
        "personal legal advice",
        _words(
            r"should I (?:sue|plead|sign|settle|resign)|can I sue|my (?:lawyer|attorney|divorce|landlord|tenancy|will|"
            r"inheritance|court case|lawsuit|employment contract|criminal record)|represent me|"
            r"will I (?:win|go to (?:jail|prison)|lose my case)|am I going to (?:jail|prison)|my chances in court"
        ),
        "Ask a lawyer who can hear the whole case.",
    ),
    _Outside(
        "tax or investment advice",
        _words(
            r"should I (?:buy|sell|short|invest in)|which (?:stocks?|shares|funds?|crypto\w*) should I|"
            r"price target|my tax(?:es| return)|how (?:can|do) I (?:save|avoid|evade) tax(?:es)?|stock tips?"
        ),
        "Ask an adviser who is authorised for it.",
    ),
)


def out_of_scope(question: str) -> Refusal | None:
    """The refusal of a question of a kind that the copilot does not answer; none of one that it may."""
    for outside in _OUTSIDE:
        if outside.known_by.search(question) and not (outside.unless and outside.unless.search(question)):
            return Refusal(
                kind="out_of_scope",
                reason=f"This asks for {outside.name}, which the copilot does not give. It holds {_HELD}.",
                settled_by=outside.instead,
            )
    return None
