"""Passwords, keys and tokens: known by their form, by the word before them, or by looking like no word at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import log2

from stdnum import lei

from copilot.agent.masking.found import Found

_FORMS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----.*?(?:-----END [A-Z0-9 ]*-----|\Z)",
        r"(?<!\w)eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?",
        r"(?<![A-Za-z0-9])(?:A3T[A-Z0-9]|AKIA|ASIA|AGPA|AIDA|AROA|ANPA)[A-Z0-9]{16}(?![A-Za-z0-9])",
        r"(?<![A-Za-z0-9])(?:gh[pousr]|github_pat|glpat|glptt|npm|hf|pypi|dckr_pat|shpat|xox[abeoprs]|sk|pk|rk|whsec|SG|"
        r"AIza|ya29|dop_v1|nvapi|gsk|lsv2)[-_.]?[A-Za-z0-9_.-]*[0-9][A-Za-z0-9_.-]{7,}",
        r"https?://hooks\.[\w.-]+/[\w/-]+",
        r"(?<![\w-])[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![\w-])",
        r"(?<![A-Za-z0-9])(?=[a-fA-F]*[0-9])[0-9a-fA-F]{32,}(?![A-Za-z0-9])",
        r"(?<=://)[^\s/:@\"]+:[^\s/@\"]+(?=@)",
    )
)
_KINDS = (
    r"(?<![A-Za-z])(?:pass ?words?|passwd|passwort|pass ?phrase|passcode|pwd|pin|secret|credentials?|token|"
    r"auth(?:orization)?|(?:api|access|private|secret|client|encryption|account)[ _-]?(?:key|token|secret))"
    r"(?: (?:code|number|for [\w.@-]+))?"
)
_NAMED = re.compile(
    rf"{_KINDS}[\"'“”]?\s?(?::=?|=>?|->)\s?[\"'“`]?(?P<value>\S{{4,}})"
    rf"|{_KINDS} (?:is|was)(?: now)? [\"'“`]?(?P<told>\S{{4,}})"
    r"|\bBearer\s+(?P<bearer>\S{8,})",
    re.IGNORECASE,
)
_LONG = re.compile(r"(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{20,}={0,2}(?![A-Za-z0-9+/_=-])")
_PUNCTUATION = ".,;:!?)]}'\"`”’"
_LEAST_BITS = 3.5


def secrets(text: str) -> Iterator[Found]:
    """Every one; of a named one only the value, so that the question still reads."""
    for form in _FORMS:
        yield from (
            Found(*found.span(), "SECRET") for found in form.finditer(text) if not lei.is_valid(found[0])
        )
    for found in _NAMED.finditer(text):
        group = found.lastgroup or "value"
        value = found[group].rstrip(_PUNCTUATION)
        if len(value) >= 4 and (group != "told" or _is_no_word(value)):
            yield Found(found.start(group), found.start(group) + len(value), "SECRET")
    for found in _LONG.finditer(text):
        if _is_random(found[0]):
            yield Found(*found.span(), "SECRET")


def _is_no_word(value: str) -> bool:
    inner = value[1:]
    return any(letter.isdigit() for letter in value) or inner != inner.lower() or not value.isalpha()


def _is_random(token: str) -> bool:
    mixed = any(map(str.isupper, token)) and any(map(str.islower, token)) and any(map(str.isdigit, token))
    shares = [count / len(token) for count in Counter(token).values()]
    return mixed and -sum(share * log2(share) for share in shares) >= _LEAST_BITS
