"""E-mail addresses, telephone numbers and addresses of machines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address

from copilot.agent.masking.found import Found

_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@(?:[\w-]+\.)*[\w-]+", re.UNICODE)
_PHONES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\w+])(?P<value>(?:\+|00)[1-9][0-9]{0,2}(?:[ ().\-/]{0,3}[0-9]){6,13})(?![0-9])",
        r"(?<![\w.,/-])(?P<value>\(?0[1-9][0-9]{0,4}\)?(?:[ /-][0-9]{2,8}){1,5})(?![\w/-])",
        r"(?<![\w.,/-])(?P<value>\(?[2-9][0-9]{2}\)?[ .-][0-9]{3}[.-][0-9]{4})(?![\w/-])",
        r"\b(?:tel|phone|telephone|mobile|cell|fax|call|ring|dial|ext|extension)\b(?: (?:no|number|me|him|her|us|"
        r"them))?[.:]{0,2}(?: (?:at|on|is|under))?[: ]{1,2}(?P<value>[+(]?[0-9](?:[ ().\-/]?[0-9]){3,14})(?![\w])",
    )
)
_FEWEST_DIGITS = (7, 9, 10, 4)
_IP4 = re.compile(r"(?<![\w.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?:/[0-9]{1,2})?(?![\w.]*[\w])")
_IP6 = re.compile(r"(?<![\w:])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])", re.IGNORECASE)
_SECTION_BEFORE = re.compile(
    r"(?:section|sections|clause|control|chapter|paragraph|point|version|v|art\.?|article|§)\s?$",
    re.IGNORECASE,
)


def contacts(text: str) -> Iterator[Found]:
    """Every such address or number."""
    for found in _EMAIL.finditer(text):
        end = found.start() + len(found[0].rstrip("-_"))
        yield Found(found.start(), end, "EMAIL")
    for pattern, fewest in zip(_PHONES, _FEWEST_DIGITS, strict=True):
        for found in pattern.finditer(text):
            if sum(map(str.isdigit, found["value"])) >= fewest:
                yield Found(*found.span("value"), "PHONE")
    for found in (*_IP4.finditer(text), *_IP6.finditer(text)):
        if _is_machine(found[0].partition("/")[0]) and not _SECTION_BEFORE.search(text[: found.start()]):
            yield Found(*found.span(), "IP")


def _is_machine(text: str) -> bool:
    """Whether it is an address; 3.2.1.4 is taken for the number of a section."""
    if "." in text and all(len(part) == 1 for part in text.split(".")):
        return False
    try:
        ip_address(text)
    except ValueError:
        return False
    return any(letter.isalnum() for letter in text)
