"""A case as a file: what is owed, with every step to it, and which of the facts below it nobody has confirmed."""

from __future__ import annotations

from pydantic import Field

from api.pages.classification.case import Case, Follows
from copilot.shapes.duties import DutiesBody


class CaseFile(DutiesBody):
    """The duties of a case, as the page shows them."""

    name: str = Field(description="What the system is called, if it was said.")
    only_proposed: list[str] = Field(description="Facts read from the description and confirmed by nobody.")

    @classmethod
    def of_case(cls, case: Case, follows: Follows) -> CaseFile:
        """A case that could be classified."""
        return cls(
            **dict(DutiesBody.of(follows.duties, case.sheet.role)),
            name=case.sheet.name,
            only_proposed=[one.asked.entry for one in case.unconfirmed],
        )
