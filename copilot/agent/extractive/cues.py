"""The words by which a question shows what it wants; one name each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

from copilot.agent.extractive.words import stems

Kind: TypeAlias = Literal[
    "changes",
    "gap",
    "counterparts",
    "jurisdictions",
    "fine",
    "dates",
    "definition",
    "class",
    "owed",
    "role",
    "deadline",
    "text",
    "general",
]
"""The kinds of answers: ``owed`` are duties for a system that is described, ``role`` those of a role as such."""


def cue(*alternatives: str) -> re.Pattern[str]:
    """Any of these words, as whole words, however they are written."""
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


_SYSTEM = (
    r"(?:tools?|systems?|software|chatbots?|bots?|models?|apps?|applications?|algorithms?|engines?|platforms?|scor\w+"
    r"|assistants?|robo-advis\w+|programs?|solutions?|detectors?|filters?)"
)
_WE = r"(?:we|i|our \w+|the bank|the firm|a vendor)"
DESCRIBES_A_SYSTEM = cue(
    rf"{_WE} (?:\w+ ){{0,3}}(?:use|uses|using|build|built|develop\w*|deploy\w*|run|plan\w*|want|bought|buy|sell"
    rf"|launch\w*|offer\w*)\b.{{0,80}}\b{_SYSTEM}",
    rf"our (?:[\w-]+ ){{0,5}}{_SYSTEM}",
    rf"{_SYSTEM} (?:that|which|to|for|by which|with which)",
    rf"{_SYSTEM} \w+ing",
)
_RISK = (
    r"high[- ]risk|prohibited|banned|forbidden|minimal risk|limited risk|risk class\w*|risk categor\w+"
    r"|what (?:risk )?class"
)
ASKS_FOR_THE_CLASS = cue(
    rf"(?:is|are|would|will|count\w*|qualif\w*|fall\w*|be|classif\w*|treated)\b.{{0,160}}\b(?:{_RISK})",
    r"classif\w*",
    r"(?:which|what) (?:risk )?(?:class|category|tier)",
)
ASKS_WHETHER_IT_MAY_BE = cue(
    rf"(?:is|are|may|can|could|would)\b.{{0,120}}\b(?:allowed|permitted|legal|lawful|{_RISK})",
    rf"(?:may|can|could) (?:{_WE}|employers?|banks?|firms?|compan(?:y|ies)) (?:still )?(?:use|deploy|sell|offer|run)",
)
"""Of a use as such, such as "emotion recognition at work": a question for the rules, which read it as a description."""

ON_AN_AI_USE = cue(
    *("AI", "algorithms?", "machine learning", "chatbots?", r"deep ?fakes?", r"biometric\w*", r"emotions?"),
    *(
        r"(?:facial|face|voice) recognition",
        r"(?:social|credit) scoring",
        r"scoring of",
        r"profiling",
        r"undress\w*",
    ),
    *(
        r"(?:predictive|live) \w+",
        r"(?:rank|screen)(?:s|ing)? (?:CVs?|applicants?|candidates?)",
        "CV screening",
    ),
)
"""What shows that a question on what is allowed is one on the use of an AI system."""

ASKS_WHAT_IS_OWED = cue(
    r"what (?:must|do|should|shall|are|will|would) (?:we|i|our|the firm|the bank)",
    r"(?:our|which|what) (?:dut(?:y|ies)|obligations?|requirements?)",
    r"what (?:is|would be) (?:required|expected) of us",
)
ASKS_FOR_REGIMES = cue(r"which (?:laws|rules|regimes|regulations)")
ASKS_FOR_DUTIES = cue(
    r"what (?:must|should|shall|do|does)",
    *("dut(?:y|ies)", "obligations?", "requirements?", "responsibilit(?:y|ies)", "checklist"),
)
ABOUT_A_ROLE = frozenset(
    stems(
        "high risk ai system systems act eu duty duties obligation requirement responsibility do does general purpose "
        "model models gpai foundation comply list"
    )
)
"""What a question on the duties of a role says besides the role."""

ABOUT_A_WHOLE_ACT = frozenset(
    stems(
        "ai act mar gdpr sfdr regulation law enter entered entry force apply applies application date start begin"
    )
)
"""What a question says that asks for the dates of an act as a whole."""

ASKS_WHEN = cue(
    *("when", "by when", "deadlines?", "until when", "report\\w*", "notif\\w*", "due"),
    *(r"how (?:soon|fast|quickly|long|much time)", r"what (?:day|date|time)", r"which (?:day|date)"),
)
ASKS_FOR_THE_DAY = cue(
    r"(?:what|which|on what|on which|exact) (?:day|date|time|hour)",
    *("by when exactly", "until when exactly", "exact deadline"),
)
ASKS_TO_READ = cue(
    *("says?", "text of", "wording", "quote", "read", "show", "summari[sz]e", "contents?", "about")
)
ABOUT_POLICY = cue(
    *("polic(?:y|ies)", "house rules?", "our (?:own )?rules?", "the firm's", "our firm's", "meridian"),
    r"internal(?:ly)? (?:rules?|limits?|standards?)",
)
ABOUT_LAW = cue(
    *("laws?", "legal(?:ly)?", r"statut\w+", "MAR", "AI Act", "GDPR", "SFDR", "regulations?", "EU"),
    *("stricter", "looser", "lenient"),
)
ABOUT_US = cue(*("we", "us", "our", "ours", "i", "my", "staff", "colleagues?"))
ABOUT_MODELS = cue(*("general-purpose", "GPAI", "foundation models?"))
ASKS_FOR_A_GAP = cue(
    *("gaps?", "missing", "enough", r"sufficien\w*", "cover(?:s|ed)?", "already", "have", r"certif\w*"),
    *("comply", "compliant", r"need\w*", "left"),
)
ASKS_FOR_COUNTERPARTS = cue(
    *(
        "counterparts?",
        "equivalents?",
        r"correspond\w*",
        "maps?",
        r"mapp\w+",
        "crosswalk",
        "belongs? to",
        r"match\w*",
    )
)
IS_WANTED = re.compile(
    r"\b(?:need\w*|want\w*|for|towards|meet\w*|cover\w*|comply\w* with|compliant with|satisf\w+|gaps? (?:to|in|of)"
    r"|left (?:of|for|to)|under|against) (?:the )?$",
    re.IGNORECASE,
)
"""Stands right before a framework that is wanted, rather than in place."""

KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "changes",
        cue(
            r"(?:has|have|did|does) .{3,80} (?:change|changed|differ|read differently)",
            r"what (?:has )?changed",
            r"compare .{3,80} (?:on|between|before|of) ",
            r"differences? between .{3,80} (?:on|of) \d",
            *(r"how did .{3,60} read", r"changes? (?:to|in|of) art"),
        ),
    ),
    (
        "fine",
        cue(
            *("fines?", "fined", "penalt(?:y|ies)", "maximum sanction", "sanctions?", r"punish\w*"),
            r"how much (?:could|can|would|will|might) (?:that|it|this|we|they)",
        ),
    ),
    (
        "dates",
        cue(
            *("from when", "since when", "as of when", "from what date", r"from which (?:day|date)"),
            r"when (?:do|does|did|will|is|are|must|has|have) .{2,120}\b(?:appl(?:y|ies)|binds?|binding|in force"
            r"|enter\w*|take effect|effective|start\w*|begin\w*|kick in|live|due to apply)",
            r"(?:do|does|is|are) .{2,120} (?:already|yet) (?:appl\w+|in force|bind\w*|binding)",
            *(r"appl(?:y|ies) (?:already|yet)", r"already (?:appl(?:y|ies)|in force|binding)"),
            *(r"in force (?:yet|already|now)", r"appl\w+ from", r"start(?:s)? to apply", "kicks? in"),
            *(
                "date of application",
                r"entry into (?:force|application)",
                "effective date",
                r"apply (?:now|today)",
            ),
        ),
    ),
    (
        "definition",
        cue(
            r"(?:what|who) (?:is|are|counts as|qualifies as) (?:an? |the )?(?:[\w-]+ ){0,6}?[\w-]+(?= ?\??$)",
            r"(?:what|who) (?:is|are) (?:an? |the )?(?:[\w-]+ ){0,6}?(?:under|within|according|for the purposes?)",
            *(
                r"defin(?:e|es|ed|ition)",
                "meaning of",
                r"what (?:does|do|is) .{2,60} (?:mean|meant)(?: by)?",
            ),
            *("what counts as", "what qualifies as"),
        ),
    ),
)

ROLES: Mapping[str, re.Pattern[str]] = {
    "authorised representative": cue(r"authori[sz]ed representatives?"),
    "product manufacturer": cue("product manufacturers?"),
    "financial market participant": cue(
        "financial market participants?", r"(?:asset|fund|portfolio) managers?"
    ),
    "financial adviser": cue("financial advis[eo]rs?"),
    "importer": cue("importers?"),
    "distributor": cue("distributors?", "resellers?"),
    "provider": cue("providers?", "vendors?", "developers?"),
    "deployer": cue("deployers?"),
    "controller": cue("controllers?"),
    "processor": cue("processors?"),
    "issuer": cue("issuers?"),
    "employer": cue("employers?"),
}
DOING: Mapping[str, re.Pattern[str]] = {
    "deployer": cue(rf"{_WE} (?:\w+ )?(?:use|uses|run|runs|bought|buy|deploy\w*|operate)", "from a vendor"),
    "provider": cue(rf"{_WE} (?:\w+ )?(?:build|built|develop\w*|sell|train\w*|made|make|market\w*)"),
}
"""What somebody does with a system who is in a role without saying so."""

FRAMEWORKS: Mapping[str, re.Pattern[str]] = {
    "eu-ai-act": cue("(?:EU )?AI Act"),
    "nist-ai-rmf": cue(r"NIST(?: AI)?(?: RMF)?"),
    "iso-42001": cue(r"ISO(?:/IEC)? ?42001"),
    "soc-2": cue(r"SOC ?2"),
}
