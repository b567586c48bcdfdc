"""A denial put in, or taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evals.mutation.editing import Edit, in_text_and_quote, swaps

_AFFIRMED = re.compile(
    r"(?<!to )\b(?P<verb>shall|must|may|can|is|are|was|were|has|have)\b"
    r"(?! (?:not|no|neither|never|to be|nothing|none)\b)(?= [a-z])"
)
_SAYS_SO = swaps([("applies", "does not apply"), ("counts", "does not count")])
_AFTER_WHETHER = re.compile(r"\bwhether\b[^,;.]*$")
"""Said after "whether", a denial changes nothing."""
_DENIED = swaps(
    [
        (
            r"(shall|must|may|can|is|are|was|were|has|have|need) not(?! only| later| earlier| more| less)",
            r"\1",
        ),
        (r"(shall|must) neither ([a-z]+) nor", r"\1 both \2 and"),
        ("cannot", "can"),
        ("does not apply", "applies"),
        ("do not apply", "apply"),
        ("no longer", "still"),
        ("[Nn]obody", "Everybody"),
        ("never", "always"),
        ("refused", "accepted"),
        ("prohibited", "permitted"),
        ("forbidden", "permitted"),
        ("banned", "permitted"),
    ]
)
_DOES_NOT = re.compile(r"\b(?:does|do) not (?=[a-z])")
_NO = re.compile(r"^No(?= [a-z]+(?: [a-z]+){0,3} (?:is|are|may|shall|sits|holds|trades|uses)\b)")
_OR_NOT = re.compile(r"\bor $|\bwhether\b[^,;.]*$")


def denying_edits(text: str) -> Iterator[Edit]:
    """For each verb of the sentence its denial."""
    for found in _AFFIRMED.finditer(text):
        if not _AFTER_WHETHER.search(text[: found.start()]):
            yield Edit(found.end("verb"), found.end("verb"), " not")
    yield from _SAYS_SO(text)


def affirming_edits(text: str) -> Iterator[Edit]:
    """For each denial its opposite; "or not" stays, since it denies nothing."""
    for edit in _DENIED(text):
        if not _OR_NOT.search(text[: edit.start]):
            yield edit
    for found in _DOES_NOT.finditer(text):
        if not _OR_NOT.search(text[: found.start()]):
            yield Edit(found.start(), found.end(), "")
    for found in _NO.finditer(text):
        yield Edit(found.start(), found.end(), "Every")


negate = in_text_and_quote(denying_edits)
un_negate = in_text_and_quote(affirming_edits)
