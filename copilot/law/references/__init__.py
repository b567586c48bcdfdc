"""Finds every reference a person would write, and says which provision is meant.

::

    names = InstrumentNames.of(corpus.instruments.values())
    parse("Articles 9 to 11 AI Act and Article 22 of the GDPR", names)
    parse("point (a) of paragraph 1", names, within=ProvisionId.parse("eu-ai-act/art-6/3"))

It is read in four passes over the text, one module each: ``tokens`` cuts it, ``steps`` reads single
steps, ``chains`` (with ``anchors``) joins them, ``resolution`` says what they mean.
"""

from __future__ import annotations

from copilot.law.provision_id import ProvisionId
from copilot.law.references.chains import read
from copilot.law.references.names import InstrumentNames
from copilot.law.references.resolution import Reference, Resolver

__all__ = ["InstrumentNames", "Reference", "parse"]


def parse(
    text: str,
    names: InstrumentNames,
    *,
    within: ProvisionId | None = None,
    default: str | None = None,
) -> tuple[Reference, ...]:
    """The references in a text, in its order.

    ``within`` is the provision in whose text they stand: "paragraph 2" and "this Article" are read
    from there, and an article without an act is one of the same act. Otherwise the act is the one named
    beside it, the only one named in the line, or ``default``. Where none of these tells, and where an
    act is named that is not held, the reference is left out: it is never guessed.

    Their words do not overlap, save that all units of a range ("Articles 9 to 15") have the words of
    the range.
    """
    marks = tuple(read(text, names))
    return tuple(Resolver(text, names, within, default).references(marks))
