"""How people write the way down to a provision: ``Art. 26(6)``, ``Annex III, point 5(b)``, ``PAI 4``.

``segment_of`` reads the markers a corpus file uses ("Article 6", "(a)", "Annex III", "GOVERN 1.1");
``label_of`` writes the short form people cite. Each label names one way down, and
``copilot.law.references`` reads it back. A segment of a make it would misread is written "unit ...".
"""

from __future__ import annotations

import re

ACTIONS = {"gv": "govern", "mp": "map", "ms": "measure", "mg": "manage"}
"""The letters of an action of the NIST profile, ``GV-1.1-001``, and the function it serves."""

CODE = r"(?!arts?|anx|rec|sec|par|no|pai)[a-z]{1,3}\.?[0-9]{1,3}(?:\.[0-9]{1,3})*"
"""What a control or a criterion is called by: ``A.6.2.3``, ``CC7.2``."""

SECTION_NUMBER = r"[0-9][a-z0-9]*(?:[.-][a-z0-9]+)*"
"""The number of a section of a policy or a statute: ``3.2``, ``6-1-1702``."""

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)
_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}
_SHORT = {"article": "art", "art.": "art", "annex": "anx", "recital": "rec", "section": "sec"}

_NUMBER = r"[0-9]{1,4}(?!st|nd|rd|th)[a-z]{0,2}"
_NOT_ROMAN = "[a-hj-uwyz]"
_DIVISIONS = ("sec", "table", "part", "appendix")
_MADE_OF = {
    "art": _NUMBER,
    "anx": rf"(?:[1-9]|[12][0-9]|3[0-9]){_NOT_ROMAN}?|{_NOT_ROMAN}",
    "sub": r"[2-9]|[1-9][0-9]{1,2}",
    **dict.fromkeys(("rec", "pai", "note", "risk", "characteristic"), _NUMBER),
    **dict.fromkeys(_DIVISIONS, rf"[a-z]|[ivx]+|{SECTION_NUMBER}"),
    **dict.fromkeys(ACTIONS.values(), r"[0-9]{1,2}(?:\.[0-9]{1,2})?"),
}
_LONG = {
    "art": "Art. {}",
    "rec": "recital {}",
    "sec": "Section {}",
    "table": "Table {}",
    "part": "Part {}",
    "appendix": "Appendix {}",
    "pai": "PAI {}",
    "note": "note {}",
    "risk": "risk {}",
    "characteristic": "characteristic {}",
    **{function: f"{function.upper()} {{}}" for function in ACTIONS.values()},
}
_INDENT = re.compile(r"i([1-9][0-9]{0,2})")
_POINT_NUMBER = re.compile(rf"{_NUMBER}|[0-9]{{1,4}}(?:\.[0-9]{{1,4}})+")
_POINT_LETTER = re.compile(r"[a-z]{1,4}")


def segment_of(marker: str) -> str:
    """The id segment of a marker: ``(a)`` → ``a``, ``Annex III`` → ``anx-3``, ``1.`` → ``1``."""
    words = marker.strip().strip("()").rstrip(".)").split()
    if len(words) == 2 and words[0].lower() == "annex":
        return f"anx-{annex_number(words[1])}"
    return "-".join(_SHORT.get(word, word) for word in (word.lower() for word in words))


def label_of(segments: tuple[str, ...]) -> str:
    """The short form people write for a provision, without the name of its instrument."""
    label, takes_brackets = "", False
    for depth, segment in enumerate(segments):
        above = segments[:depth]
        kind, _ = _kind_of(segment)
        if alone := _standing_alone(segment, above):
            label, takes_brackets = alone, kind != "anx"
        elif takes_brackets and kind in ("number", "letter"):
            label = f"{label}({segment})"
        else:
            label = f"{label}, {_below(segment, above)}"
            takes_brackets = kind not in ("sub", "indent", *_DIVISIONS)
    return label


def ordinal(number: int) -> str:
    """``3`` → ``third``, ``22`` → ``22nd``."""
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    text = str(number)
    return text + ("th" if text[-2:-1] == "1" else _ENDINGS.get(text[-1], "th"))


def ordinal_number(word: str) -> int:
    """``third`` → ``3``, ``22nd`` → ``22``."""
    word = word.lower()
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(word[:-2])


def roman(number: int) -> str:
    """``14`` → ``XIV``."""
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text.upper()


def arabic(numeral: str) -> int:
    """``XIV`` → ``14``."""
    total, rest = 0, numeral.lower()
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            total, rest = total + value, rest[len(letters) :]
    if not total or roman(total) != numeral.upper():
        raise ValueError(f"{numeral!r} is not a Roman numeral")
    return total


def annex_number(text: str) -> str:
    """The number of an annex as its id has it: ``XIV`` → ``14``, ``IIIa`` → ``3a``, ``A`` → ``a``."""
    if re.fullmatch(rf"[0-9]+|{_NOT_ROMAN.upper()}", text):
        return text.lower()
    numeral = re.fullmatch(rf"([IVX]+)({_NOT_ROMAN}?)|([ivx]+)", text)
    if numeral is None:
        raise ValueError(f"{text!r} is not the number of an annex")
    return f"{arabic(numeral[1] or numeral[3])}{numeral[2] or ''}"


def action_of(segment: str) -> str:
    """The subcategory an action of the NIST profile stands in: ``gv-1.1-001`` → ``govern-1.1``."""
    parts = re.fullmatch(r"([a-z]{2})-([0-9]{1,2}\.[0-9]{1,2})-[0-9]{3}", segment)
    return f"{ACTIONS[parts[1]]}-{parts[2]}" if parts and parts[1] in ACTIONS else ""


def _standing_alone(segment: str, above: tuple[str, ...]) -> str:
    """What people call a unit without saying what it stands in; empty where they have to say it."""
    kind, number = _kind_of(segment)
    if not above:
        return _top(segment)
    if kind == "pai" and above == ("anx-1",):
        return _LONG["pai"].format(number)
    if len(above) == 1 and action_of(segment) == above[0]:
        return segment.upper()
    return ""


def _top(segment: str) -> str:
    kind, number = _kind_of(segment)
    if kind == "anx":
        letter = number.lstrip("0123456789")
        digits = number.removesuffix(letter)
        return f"Annex {roman(int(digits))}{letter}" if digits else f"Annex {letter.upper()}"
    if kind in _LONG and kind != "pai":
        return _LONG[kind].format(number.upper() if kind in _DIVISIONS else number)
    if re.fullmatch(SECTION_NUMBER, segment):
        return f"§ {segment}"
    return segment.upper() if re.fullmatch(CODE, segment) else f"unit {segment}"


def _below(segment: str, above: tuple[str, ...]) -> str:
    kind, number = _kind_of(segment)
    outer, _ = _kind_of(above[-1])
    if kind == "sub":
        return f"{ordinal(int(number))} {'paragraph' if outer in ('art', 'anx') else 'subparagraph'}"
    if kind == "indent":
        return f"{ordinal(int(number))} indent"
    if kind == "note" or (kind in ("pai", *_DIVISIONS) and _divide_an_annex(kind, above)):
        return _LONG[kind].format(number.upper() if kind in _DIVISIONS else number)
    if kind not in ("number", "letter"):
        return f"unit {segment}"
    # "second subparagraph, point (a)" is how people cite point (a) of the paragraph.
    point = "its point" if outer == "sub" else "point"
    return f"{point} {segment}" if kind == "number" else f"{point} ({segment})"


def _divide_an_annex(kind: str, above: tuple[str, ...]) -> bool:
    """Whether a unit stands below an annex, a section, a table, each of another kind."""
    outermost, *others = (_kind_of(unit)[0] for unit in above)
    divisions = others if outermost == "anx" else [outermost, *others]
    return set(divisions) <= set(_DIVISIONS) and len({kind, *divisions}) == len(divisions) + 1


def _kind_of(segment: str) -> tuple[str, str]:
    """``art-26`` → ``("art", "26")``; the kind is empty for a segment made in no known way."""
    if indent := _INDENT.fullmatch(segment):
        return "indent", indent[1]
    if _POINT_NUMBER.fullmatch(segment):
        return "number", segment
    if _POINT_LETTER.fullmatch(segment):
        return "letter", segment
    kind, _, number = segment.partition("-")
    return (kind, number) if re.fullmatch(_MADE_OF.get(kind, r"(?!)"), number) else ("", segment)
