"""Names of acts, references and places of publication: what a restatement keeps or drops and never rewords."""

from __future__ import annotations

import re

_ACT = re.compile(
    r"(?:(?:Council|Commission|Delegated|Implementing|Framework|Joint) )*"
    r"(?:Regulations?|Directives?|Decisions?|Recommendation) "
    r"(?:(?:,? and|,? or|,)? ?(?:\((?:EU|EC|EEC|EU, Euratom)\) )?(?:No )?\d+/\d+(?:/\w+)?)+"
    r"(?: of the European Parliament and of the Council)?(?: of \d{1,2} \w+ \d{4})?"
)
_REFERENCE = re.compile(
    r"\b(?:Articles?|paragraphs?|points?|Annex(?:es)?|Chapters?|Sections?)"
    r"(?:,? (?:and |or |to )?(?:\(?\d+[a-z]*\)?|\([a-z]+\)|[IVX]+\b)(?:\(\w+\))*)+"
)
_INSTITUTIONS = "of the European Parliament and of the Council"
_PUBLICATION = re.compile(r"\(OJ [LC][^)]*\)")


def without_publications(text: str) -> str:
    """The text without the pages of the Official Journal it points to."""
    return _PUBLICATION.sub(" ", text)


def without_adopters(text: str) -> str:
    """The text without the institutions that stand in the name of an act: there they do not act."""
    return text.replace(_INSTITUTIONS, "")


def with_names_as(text: str, replacement: str) -> str:
    """The text with each name of an act, its place of publication and each reference replaced."""
    published = _PUBLICATION.sub(replacement, text)
    return _REFERENCE.sub(replacement, _ACT.sub(replacement, published))
