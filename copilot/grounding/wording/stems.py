"""The telling words of a sentence as stems, with words that say the same in law made one."""

from __future__ import annotations

import re
from functools import lru_cache

import Stemmer

WORD = re.compile(r"[^\W_]+")
_UNTELLING = frozenset(
    "a about above ai after again all also am an and any are as at be because been before being"
    " below between both but "
    "by can could did do does doing down during each every few for from further had has have"
    " having he her here him "
    "his how however i if in into is it its itself just may me might more most must my no nor"
    " not now of off on once "
    "one only or other ought our out over own per same shall she should so some such than"
    " that the their them then "
    "there thereby therefore these they this those through thus to too under until up upon us"
    " very via was we were "
    "what when where whereas whether which while who whom whose why will with within without"
    " would yet you your s "
    "least latest either neither unless except provided including include includes case cases"
    " particular particularly "
    "apply applies applied applicable accordance according pursuant respect regard regards"
    " regarding concerning means "
    "mean meaning meant referred relevant necessary eur euro euros usd gbp percent cent per"
    " million billion thousand two three four five six seven "
    "eight nine ten january february march april june july august september october november"
    " december line application needed need needs required require requires requirement "
    "requirements article articles paragraph paragraphs point points annex regulation act law"
    " section".split()
)
_SAME = (
    "inform notify tell report communicate alert advise notification",
    "keep retain store maintain preserve hold retention",
    "use employ utilise utilize usage",
    "ensure guarantee",
    "firm company undertaking enterprise corporation",
    "start begin commence",
    "stop cease halt suspend discontinue end",
    "person individual people human",
    "buy purchase acquire acquisition",
    "sell dispose disposal",
    "publish public publication disclose disclosure",
    "staff employee worker personnel workforce",
    "purpose aim objective goal intention intended",
    "provide provision",
    "assess assessment evaluate evaluation appraise",
    "draw prepare compile",
    "documentation document record documented",
    "penalty fine sanction",
    "ban prohibit forbid bar prohibited forbidden banned prohibition",
    "permit allow authorise authorize permission approve approval authorisation",
    "supply furnish give deliver",
    "help assist support assistance",
    "check verify examine review examination verification",
    "choose select pick selection",
    "change modify alter amend modification amendment",
    "remove delete erase deletion",
    "harm damage injury injure",
    "show demonstrate prove evidence",
    "correct remedy rectify fix corrective",
    "train training teach",
    "danger hazard dangerous",
    "breach infringe violate infringement violation non-compliance",
    "comply compliance conform conformity observe meet",
    "trade deal transact transaction dealing trading",
    "log logs logging",
    "oversight oversee supervise supervision monitor monitoring",
    "market marketplace",
    "obtain get receive",
    "demand request ask",
    "agree consent agreement",
    "answer reply respond response",
    "duty obligation responsibility responsible obliged",
    "right entitlement entitled",
    "appoint designate name appointment",
    "immediately promptly instantly",
    "year annual annually yearly",
    "set establish lay create",
    "decide decision determine determination",
    "contain comprise hold",
    "period duration",
    "ascertain find",
    "assume take",
    "implement put",
    "carry conduct perform",
    "quick fast rapid swift",
    "adequate sufficient appropriate suitable enough",
    "worldwide global",
    "preceding previous prior earlier",
    "sensitive confidential secret confidentiality",
)
_STEMMER = Stemmer.Stemmer("english")
_ONE: dict[str, str] = {}
for _group in _SAME:
    _words = [_STEMMER.stemWord(word) for word in _group.split()]
    for _word in _words:
        _ONE.setdefault(_word, _words[0])


def words_in(folded: str) -> tuple[str, ...]:
    """All words, in small letters."""
    return tuple(WORD.findall(folded))


@lru_cache(maxsize=16384)
def stem_of(word: str) -> str:
    """The stem of a word, or of the word that says the same."""
    stem: str = _STEMMER.stemWord(word)
    return _ONE.get(stem, stem)


def stems_in(folded: str) -> tuple[str, ...]:
    """The stems of the telling words in their order; numbers are held against the source elsewhere."""
    return tuple(
        stem_of(word)
        for word in words_in(folded)
        if word not in _UNTELLING and not word[0].isdigit() and len(word) > 1
    )
