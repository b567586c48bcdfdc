"""Account and card numbers, and numbers that name one person; check digits by python-stdnum.

What names an instrument or a firm in public (ISIN, LEI, BIC) is no such number and stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from stdnum import iban, lei, luhn
from stdnum.be import nn
from stdnum.ch import ssn as ahv
from stdnum.es import dni, nie
from stdnum.fr import nir
from stdnum.it import codicefiscale
from stdnum.se import personnummer
from stdnum.us import ssn

from copilot.agent.masking.found import Found

_IBAN = re.compile(r"(?<![^\W_])[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]){11,30}(?![^\W_])", re.IGNORECASE)
_MISTYPED_IBAN = re.compile(
    r"(?<![^\W_])[A-Z]{2}[0-9]{2}(?:(?: [0-9]{4}){3,7}(?: [0-9]{1,3})?|[0-9]{12,30})(?![^\W_])"
)
_CARD = re.compile(r"(?<![\w.-])[2-6][0-9]{3}(?:[ -]?[0-9]){9,15}(?![\w-])")
_DIGITS = re.compile(r"(?<![\w.,/€$£-])(?<!€ )[0-9]{8,18}(?![\w/-]|[.,][0-9])")
_MONEY_BEFORE = re.compile(r"(?:EUR|USD|GBP|CHF|euros?|dollars?|[€$£])\s?$", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:account|acct|a/c|konto|depot|iban|passport|customer|client|employee|personnel|badge|tax|insurance|"
    r"social security|ssn|id card)\.?(?:[ -](?:no\b\.?|nr\b\.?|number|num|id|card|code|#))*\s?(?:is|was|[:=#])?\s?"
    r"(?P<value>(?:[A-Z]{1,4}[ -]?)?[0-9][0-9A-Z]*(?:[ ./-]?[0-9][0-9A-Z]*)*)",
    re.IGNORECASE,
)


def _has_no_check_digit(_number: str) -> bool:
    return True


_PERSONAL: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = tuple(
    (re.compile(rf"(?<![\w.-])(?:{pattern})(?![\w-])", re.IGNORECASE), is_valid)
    for pattern, is_valid in (
        (r"\d{3}-\d{2}-\d{4}", ssn.is_valid),
        (r"756\.?\d{4}\.?\d{4}\.?\d{2}", ahv.is_valid),
        (r"\d{2}\.\d{2}\.\d{2}-\d{3}[. ]?\d{2}", nn.is_valid),
        (r"(?:\d{2})?\d{6}[-+]\d{4}", personnummer.is_valid),
        (r"[12] ?\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{3} ?\d{2}", nir.is_valid),
        (r"\d{8}-?[A-Z]", dni.is_valid),
        (r"[XYZ]-?\d{7}-?[A-Z]", nie.is_valid),
        (r"[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]", codicefiscale.is_valid),
        (r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]", _has_no_check_digit),
    )
)
_FEWEST_DIGITS = 5


def accounts(text: str) -> Iterator[Found]:
    """Every such number."""
    yield from _ibans(text)
    for found in _CARD.finditer(text):
        if luhn.is_valid(re.sub(r"[ -]", "", found[0])):
            yield Found(*found.span(), "CARD")
    for pattern, is_valid in _PERSONAL:
        yield from (Found(*found.span(), "ID") for found in pattern.finditer(text) if is_valid(found[0]))
    for found in _NAMED.finditer(text):
        value = found["value"]
        if sum(map(str.isdigit, value)) >= _FEWEST_DIGITS and not _is_day(value):
            yield Found(*found.span("value"), "ACCOUNT")


def long_numbers(text: str) -> Iterator[Found]:
    """Other numbers too long to be a sum, a date or a place in a text; most name an account."""
    for found in _DIGITS.finditer(text):
        sum_of_money = found[0].endswith("000") or _MONEY_BEFORE.search(text[: found.start()])
        if not sum_of_money and not _is_day(found[0]):
            yield Found(*found.span(), "ACCOUNT")


def _ibans(text: str) -> Iterator[Found]:
    """Words may follow that look like more of the number: the longest part with right check digits counts."""
    for found in _IBAN.finditer(text):
        start, end = found.span()
        ends = [place for place in range(end, start + 14, -1) if place == end or not text[place].isalnum()]
        for place in ends:
            if iban.is_valid(text[start:place], check_country=False) and not lei.is_valid(
                text[start:place]
            ):
                yield Found(start, place, "IBAN")
                break
    yield from (Found(*found.span(), "IBAN") for found in _MISTYPED_IBAN.finditer(text))


def _is_day(text: str) -> bool:
    """Whether it is a day, as 20261120, 2026-11-20 or 20.11.2026."""
    digits = re.sub(r"[ ./-]", "", text)
    if len(digits) != 8 or not digits.isdigit():
        return False
    years_first, years_last = (digits[:4], digits[4:6], digits[6:]), (digits[4:], digits[2:4], digits[:2])
    return any(_exists(*map(int, parts)) for parts in (years_first, years_last))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        return 1900 <= date(year, month, day).year <= 2100
    except ValueError:
        return False
