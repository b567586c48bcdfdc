"""Personal data breaches: Articles 33 and 34 of the GDPR."""

from __future__ import annotations

from datetime import date

from copilot.law import Period, ProvisionId
from copilot.rules.deadlines.counting import hours_after
from copilot.rules.deadlines.deadline import Deadline, Findings
from copilot.rules.deadlines.facts import Fact

VERSION = "1"
VALID = Period(date(2016, 5, 24))
FACTS: tuple[Fact, ...] = ("risk-unlikely", "high-risk", "communication-exempt")

_NOTIFY = ProvisionId.parse("gdpr/art-33/1")
_PROCESSOR = ProvisionId.parse("gdpr/art-33/2")
_CONTENTS = ProvisionId.parse("gdpr/art-33/3")
_DOCUMENT = ProvisionId.parse("gdpr/art-33/5")
_TELL = ProvisionId.parse("gdpr/art-34/1")
_TOLD = ProvisionId.parse("gdpr/art-34/2")
_EXEMPT = ProvisionId.parse("gdpr/art-34/3")

_NATURE = "the nature of the breach"
_SHARED = (
    "name and contact details of the data protection officer or another contact point",
    "the likely consequences of the breach",
    "the measures taken or proposed against it and its effects",
)


def breach_at_controller(found: Findings) -> None:
    """72 hours to the authority unless a risk is unlikely; the data subjects where a high risk is likely."""
    unlikely = found.ask("risk-unlikely", _NOTIFY)
    if not unlikely:
        _notify(found, None if unlikely is False else "a risk is not unlikely")
    found.add(
        Deadline(
            duty="document the breach, its effects and the remedial action",
            who="the controller",
            addressee=None,
            basis=_DOCUMENT,
            pace=None,
            due=None,
            note="The supervisory authority must be able to verify compliance by it.",
        )
    )
    _tell_data_subjects(found)


def breach_at_processor(found: Findings) -> None:
    """The processor tells the controller without undue delay."""
    found.add(
        Deadline(
            duty="notify the breach",
            who="the processor",
            addressee="the controller",
            basis=_PROCESSOR,
            pace="without undue delay",
            due=None,
        )
    )


def _notify(found: Findings, only_if: str | None) -> None:
    counted = hours_after(found.situation.known_at, 72, found.situation.zone)
    found.add(
        Deadline(
            duty="notify the breach (72 hours, where feasible)",
            who="the controller",
            addressee="the competent supervisory authority",
            basis=_NOTIFY,
            pace="without undue delay",
            due=counted.due,
            contents=(
                f"{_NATURE}, with categories and approximate numbers of data subjects and records",
                *_SHARED,
            ),
            contents_basis=_CONTENTS,
            only_if=only_if,
            note="Later only with reasons for the delay; in phases where not all is known at once (Art. 33(4)).",
        ),
        counted,
    )


def _tell_data_subjects(found: Findings) -> None:
    high = found.ask("high-risk", _TELL)
    if high is False:
        return
    exempt = found.ask("communication-exempt", _EXEMPT)
    if exempt:
        return
    unknown = [
        *(["a high risk is likely"] if high is None else []),
        *(["no exemption of Art. 34(3)(a) or (b) holds"] if exempt is None else []),
    ]
    found.add(
        Deadline(
            duty="communicate the breach in clear and plain language",
            who="the controller",
            addressee="the data subjects",
            basis=_TELL,
            pace="without undue delay",
            due=None,
            contents=(_NATURE, *_SHARED),
            contents_basis=_TOLD,
            only_if=" and ".join(unknown) or None,
            note="By public communication where telling each would be disproportionate effort (Art. 34(3)(c)).",
        )
    )
