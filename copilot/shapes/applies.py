"""A date of application as it is sent."""

from __future__ import annotations

from datetime import date

from pydantic import AliasPath, Field

from copilot.law import ProvisionId
from copilot.shapes.shape import Shape, Words


class AppliesBody(Shape):
    """From when something binds, whom, and which provision says so."""

    start: date = Field(validation_alias=AliasPath("binds", "start"), serialization_alias="from")
    until: date | None = Field(validation_alias=AliasPath("binds", "until"))
    whom: Words = Field(validation_alias="condition")
    basis: ProvisionId
    disputed: bool
    reading: str | None = Field(
        description="The reading of a disputed date; none where nobody disputes it."
    )


class BindsBody(Shape):
    """The provision that binds, and a date of application that the law gives it."""

    provision: ProvisionId
    start: date = Field(
        validation_alias=AliasPath("application", "binds", "start"), serialization_alias="from"
    )
    until: date | None = Field(validation_alias=AliasPath("application", "binds", "until"))
    whom: Words = Field(validation_alias=AliasPath("application", "condition"))
    basis: ProvisionId = Field(validation_alias=AliasPath("application", "basis"))
    disputed: bool = Field(validation_alias=AliasPath("application", "disputed"))
    reading: str | None = Field(validation_alias=AliasPath("application", "reading"))
