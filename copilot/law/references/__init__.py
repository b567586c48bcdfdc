"""Finds every reference a person would write, and says which provision is meant.

::

    names = InstrumentNames.of(corpus.instruments.values())
    parse("Articles 9 to 11 AI Act and Article 22 of the GDPR", names)
    parse("point (a) of paragraph 1", names, within=ProvisionId.parse("eu-ai-act/art-6/3"))

It is read in four passes over the text, one module each: ``tokens`` cuts it, ``steps`` reads single
steps, ``chains`` (with ``anchors``) joins them, ``resolution`` says what they mean.
"""

from __future__ import annotations

from copilot.law.references.names import InstrumentNames
from copilot.law.references.resolution import Reference, parse

__all__ = ["InstrumentNames", "Reference", "parse"]
