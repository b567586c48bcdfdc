"""The telling words of a text as stems, and how much each tells: the rarer in law texts, the more."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

import Stemmer

_WORD = re.compile(r"[^\W_]+")
_UNTELLING = frozenset(
    "a about all also am an and any are as at be been being but by can could did do does do for from get had has "
    "have how i if in into is it its let like may me might much must my need needs no nor not now of on one only "
    "or our ours shall should so some such than that the their them then there these they thing things this those "
    "to too under us very was we were what when where whether which who whom whose why will with would you your "
    "please tell explain say says said know want wants understand exactly actually really just still already ever "
    "per via rather between within without question answer mean means meant according regarding concerning s t re "
    "ll ve d m etc asked after".split()
)
_STEMMER = Stemmer.Stemmer("english")
_SAME = {
    word: group.split()[0]
    for group in (
        "notifi notif inform tell report told notic notif",
        "keep retain store retent kept preserv",
        "firm compani undertak enterpris busi",
        "staff employe worker personnel colleagu workforc",
        "penalti fine sanction",
        "prohibit ban forbid forbidden bar unlaw illeg",
        "permit allow authoris author approv",
        "buy purchas acquir",
        "trade deal transact",
        "polici policy",
        "period long durat",
        "deadlin time limit",
        "publish disclos disclosur public",
        "person peopl individu human",
        "exempt except exclus carv",
        "duti oblig requir",
        "check verifi",
        "train literaci",
        "begin start commenc",
        "contain includ content compris consist",
        "classif classifi class",
        "chang amend modif modifi alter",
    )
    for word in group.split()
}


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the telling words of a text; words that say the same in law are one."""
    words = [word for word in _WORD.findall(text.lower()) if word not in _UNTELLING]
    return tuple(_SAME.get(stem, stem) for stem in _STEMMER.stemWords(words))


def weight(stem: str) -> float:
    """How much a word tells: near 0 for one in every provision, 1 for one that hardly any has."""
    held = _rarity()
    return 1 - math.log1p(held.get(stem, 0)) / math.log1p(held[""])


def covered(sought: Mapping[str, float], found: Iterable[str]) -> float:
    """The share of what is sought that is found."""
    total = sum(sought.values())
    return sum(sought.get(stem, 0.0) for stem in set(found)) / total if total else 0.0


@cache
def _rarity() -> Mapping[str, int]:
    """In how many units of the shipped texts each stem stands; under the empty word, how many units there are."""
    text = files("copilot.agent.extractive").joinpath("rarity.json").read_text(encoding="utf-8")
    held: dict[str, int] = json.loads(text)
    return held
