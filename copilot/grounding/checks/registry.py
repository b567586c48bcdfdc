"""The checks, in the order in which they are told: first what gates always, then what gates near the source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from copilot.grounding.checks.actor_kept import actor_kept
from copilot.grounding.checks.bounds_kept import bounds_kept
from copilot.grounding.checks.citation_exists import citation_exists
from copilot.grounding.checks.citation_in_force import citation_in_force
from copilot.grounding.checks.citation_retrieved import citation_retrieved
from copilot.grounding.checks.citation_visible import citation_visible
from copilot.grounding.checks.condition_kept import condition_kept
from copilot.grounding.checks.dates_kept import dates_kept
from copilot.grounding.checks.denial_kept import denial_kept
from copilot.grounding.checks.exception_kept import exception_kept
from copilot.grounding.checks.figures_kept import figures_kept
from copilot.grounding.checks.force_kept import force_kept
from copilot.grounding.checks.nothing_added import nothing_added
from copilot.grounding.checks.qualifier_kept import qualifier_kept
from copilot.grounding.checks.quote_stands import quote_stands
from copilot.grounding.checks.references_kept import references_kept
from copilot.grounding.checks.said import Said
from copilot.grounding.checks.signs_weighed import signs_weighed
from copilot.grounding.checks.words_kept import words_kept
from copilot.grounding.checks.words_shared import words_shared
from copilot.grounding.claim import Claim


class RegisteredCheck(NamedTuple):
    """One check, and when a failure keeps the statement back."""

    function: Callable[[Claim], Said]
    gates: Literal["always", "near"]

    @property
    def name(self) -> str:
        """What it is called in a finding: ``figures kept``."""
        return self.function.__name__.replace("_", " ")


CHECKS = (
    RegisteredCheck(citation_exists, "always"),
    RegisteredCheck(citation_retrieved, "always"),
    RegisteredCheck(citation_in_force, "always"),
    RegisteredCheck(citation_visible, "always"),
    RegisteredCheck(quote_stands, "always"),
    RegisteredCheck(exception_kept, "always"),
    RegisteredCheck(figures_kept, "always"),
    RegisteredCheck(dates_kept, "always"),
    RegisteredCheck(references_kept, "always"),
    RegisteredCheck(words_shared, "always"),
    RegisteredCheck(force_kept, "near"),
    RegisteredCheck(denial_kept, "near"),
    RegisteredCheck(actor_kept, "near"),
    RegisteredCheck(condition_kept, "near"),
    RegisteredCheck(bounds_kept, "near"),
    RegisteredCheck(nothing_added, "near"),
    RegisteredCheck(qualifier_kept, "near"),
    RegisteredCheck(words_kept, "near"),
    RegisteredCheck(signs_weighed, "always"),
)
