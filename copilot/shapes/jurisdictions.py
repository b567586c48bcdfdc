"""The regimes that a launch engages in several places, as they are sent."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from copilot.law import ProvisionId
from copilot.rules.jurisdictions import (
    Applies,
    Confidence,
    DutyFinding,
    Engagement,
    JurisdictionsReport,
    Kind,
    Owed,
    PlaceReport,
    RegimeFinding,
    Serves,
    Shared,
    Status,
)
from copilot.shapes.shape import Days, Shape
from copilot.shapes.tool_result import ToolResultBody, signed


class RegimeDutyBody(Shape):
    """What a regime asks, of whom, and whether it is owed and binds on the day."""

    theme: str
    who: str
    asks: str
    provision: ProvisionId
    owed: Owed
    applies: Applies
    starts: date | None = Field(serialization_alias="from")


class StatusChangeBody(Shape):
    """The next day on which the status of a regime changes, and to what."""

    day: date
    what: str


class EngagementBody(Shape):
    """One regime held against the launch."""

    regime: str
    name: str
    kind: Kind
    engagement: Engagement
    reason: str
    status: Status | None = Field(description="None before the register holds anything of it.")
    note: str
    source: str
    confidence: Confidence
    next_change: StatusChangeBody | None
    provision: ProvisionId
    text_held: bool
    duties: list[RegimeDutyBody]
    notes: list[str]
    open_questions: list[str]


class RemarkBody(Shape):
    """What else is to be known of a place."""

    text: str
    provision: ProvisionId


class PlaceReportBody(Shape):
    """A place, and each regime that was looked at there."""

    place: str
    name: str
    remarks: list[RemarkBody]
    regimes: list[EngagementBody]


class ServesBody(RegimeDutyBody):
    """A duty in one place that a shared piece of work serves."""

    place: str
    regime: str


class SharedBody(Shape):
    """One piece of work that serves duties in several places."""

    theme: str
    name: str
    work: str
    serves: list[ServesBody]


class JurisdictionsBody(ToolResultBody):
    """The regimes engaged in each place on the day, and what they share."""

    valid: Days
    known_until: date = Field(description="What happened later is not known.")
    places: list[PlaceReportBody]
    shared: list[SharedBody]

    @classmethod
    def of(cls, report: JurisdictionsReport) -> JurisdictionsBody:
        """The report as it is sent."""
        return cls(
            **signed(report.result),
            valid=Days.of(report.valid),
            known_until=report.known_until,
            places=[_place(place) for place in report.places],
            shared=[_shared(theme) for theme in report.shared],
        )


def _place(place: PlaceReport) -> PlaceReportBody:
    return PlaceReportBody(
        place=place.id,
        name=place.name,
        remarks=[RemarkBody.model_validate(remark) for remark in place.remarks],
        regimes=[_regime(finding) for finding in place.findings],
    )


def _regime(finding: RegimeFinding) -> EngagementBody:
    change = finding.next_change
    return EngagementBody(
        regime=finding.id,
        name=finding.name,
        kind=finding.kind,
        engagement=finding.engagement,
        reason=finding.reason,
        status=finding.status,
        note=finding.note,
        source=finding.source,
        confidence=finding.confidence,
        next_change=None if change is None else StatusChangeBody.model_validate(change),
        provision=finding.provision,
        text_held=finding.text_held,
        duties=[_duty(duty) for duty in finding.duties],
        notes=list(finding.gaps),
        open_questions=[question.fact for question in finding.open_questions],
    )


def _shared(theme: Shared) -> SharedBody:
    return SharedBody(
        theme=theme.theme,
        name=theme.name,
        work=theme.work,
        serves=[_serves(one) for one in theme.serves],
    )


def _serves(one: Serves) -> ServesBody:
    return ServesBody(place=one.place, regime=one.regime, **dict(_duty(one.duty)))


def _duty(duty: DutyFinding) -> RegimeDutyBody:
    return RegimeDutyBody.model_validate(duty)
