"""What a sentence denies. Idioms that only look like a denial ("not later than", "not only") are none."""

from __future__ import annotations

import re

from copilot.grounding.wording.stems import stems_in

_IDIOMS = re.compile(
    r"\b(?:not|no) (?:later|less|more|fewer|earlier|only|least|limited to|exceed\w*|below|above|after|before"
    r"|(?:longer|shorter|greater|smaller|larger|lower|higher) than)\b"
    r"|\bor not\b|\bno matter\b|\bin no case (?=later\b)|\bif not\b"
    r"|\bwithout (?:undue |further |any )*(?:delay|prejudice)\b|\bno doubt\b"
)
_STRONG = re.compile(r"\b(?:not|never|cannot|nor|neither|nobody|none|nothing|no|without)\b|n't\b")
_WEAK = re.compile(
    r"\b(?:prohibit\w*|forbid\w*|forbade|ban(?:s|ned)?|barred|exempt\w*|except\w*|exclud\w*"
    r"|lack\w*|absen\w*|fail\w*|refus\w*"
    r"|unless|outside|un(?:able|lawful|allowed|affected|touched|necessary|aware|authori[sz]ed"
    r"|known|solicited|available|changed)"
    r"|refrain\w*|abstain\w*|stop\w*|cease\w*|free of|instead|rather than|other than|apart"
    r" from|despite|regardless|illegal"
    r"|in(?:admissible|valid|complete|correct|sufficient)|only|deni\w*|deny|reject\w*"
    r"|withdr\w*|void|rul(?:e|ed|es|ing) out|turn(?:ed|s)? down|miss\w*|dispens\w*|avoid\w*"
    r"|prevent\w*|save"
    r"|non|irrespective|whatever|removed?|stripped|leav\w* (?:out|aside)|stays?|remain\w*"
    r"|intact|little|hardly|least|impossible|in no)\b"
)
_LEAVES_ALONE = re.compile(r"\bor not\b|\bwithout prejudice\b")
_DENIED = re.compile(
    r"(?:\b(?:not|never|cannot|nor|neither|nobody|none|no|without)\b|n't\b)((?:[ ,]+[\w'-]+){1,6})"
)
_NEAR = 3


def denied_in(folded: str) -> frozenset[str]:
    """The telling words, as stems, that stand right behind a denial."""
    rest = _IDIOMS.sub(" ", folded)
    return frozenset(stem for match in _DENIED.finditer(rest) for stem in stems_in(match[1])[:_NEAR])


def denials_in(folded: str) -> int:
    """How often a sentence says no in so many words."""
    return len(_STRONG.findall(_IDIOMS.sub(" ", folded)))


def may_deny(folded: str) -> bool:
    """Whether a sentence says no in any way, in words such as "except" and "lack", too."""
    rest = _IDIOMS.sub(" ", folded)
    return bool(_STRONG.search(rest) or _WEAK.search(rest) or _LEAVES_ALONE.search(folded))
