"""How a period is counted: days on the calendar of a zone, hours on the clock that never changes.

The general rules of Union law on periods (Regulation (EEC, Euratom) No 1182/71) are not among the texts
held. So days are counted from the day after the event to the end of the last one, at midnight in the
zone, and no last day is moved because it is a Saturday, a Sunday or a holiday.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from copilot.errors import ToolInputError

HOW_DAYS_COUNT = (
    "Days run from the day after the event to the end of the last one; the general rules on periods are not among "
    "the texts held, so no last day is moved for a weekend or a holiday."
)
HOW_HOURS_COUNT = "Hours run without a break, across a change of the clocks, too."
HOW_BUSINESS_DAYS_COUNT = (
    "Saturdays, Sundays and the holidays given are left out; MAR does not define a business day."
)
_WEEKEND = (5, 6)


class Counted(NamedTuple):
    """When a period ends, in words, too; ``earliest`` is when it ends at the soonest, where holidays are unknown."""

    due: datetime | None
    said: str
    how: str
    number: int
    unit: str
    earliest: datetime | None = None


def days_after(moment: datetime, number: int, zone: ZoneInfo) -> Counted:
    """The end of the last of so many calendar days."""
    first = _day(moment, zone)
    last = first + timedelta(days=number)
    return Counted(
        _end_of(last, zone), _until(number, "days", first, last, zone), HOW_DAYS_COUNT, number, "days"
    )


def hours_after(moment: datetime, number: int, zone: ZoneInfo) -> Counted:
    """So many hours later in absolute time, shown on the clocks of the zone."""
    due = (moment.astimezone(UTC) + timedelta(hours=number)).astimezone(zone)
    said = f"{number} hours after {shown(moment.astimezone(zone))}: {shown(due)}"
    return Counted(due, said, HOW_HOURS_COUNT, number, "hours")


def business_days_after(
    moment: datetime, number: int, zone: ZoneInfo, holidays: AbstractSet[date] | None
) -> Counted:
    """The end of the last of so many business days; without the holidays only how soon that can be."""
    first = _day(moment, zone)
    last = _business_day(first, number, holidays or frozenset())
    due = _end_of(last, zone)
    said = _until(number, "business days", first, last, zone)
    if holidays is None:
        said = f"unknown without the holidays; if there are none: {said}"
        return Counted(None, said, HOW_BUSINESS_DAYS_COUNT, number, "business days", due)
    return Counted(due, said, HOW_BUSINESS_DAYS_COUNT, number, "business days")


def years_after(moment: datetime, number: int, zone: ZoneInfo) -> Counted:
    """The end of the same day so many years later; of 1 March where that year has no 29 February."""
    first = _day(moment, zone)
    try:
        last = first.replace(year=first.year + number)
    except ValueError:
        last = date(first.year + number, 3, 1)
    said = _until(number, "years", first, last, zone)
    how = "The same day of a later year; from 29 February, where there is none, 1 March, since it is a minimum."
    return Counted(_end_of(last, zone), said, how, number, "years")


def start_of_days_before(moment: datetime, number: int, zone: ZoneInfo) -> Counted:
    """The beginning of the first of so many calendar days before the day of an event."""
    start = midnight(_day(moment, zone) - timedelta(days=number), zone)
    said = f"{number} days before {_day(moment, zone)}: from {shown(start)}"
    how = "Whole calendar days before the day of the event, and that day up to the event."
    return Counted(start, said, how, number, "days")


def end_of_next(
    month: int, day: int, moment: datetime, zone: ZoneInfo, *, years_later: int = 0
) -> datetime:
    """The end of the next such day of a year; that of the day itself on that day."""
    today = _day(moment, zone)
    chosen = date(today.year + years_later, month, day)
    if not years_later and chosen < today:
        chosen = chosen.replace(year=today.year + 1)
    return _end_of(chosen, zone)


def on_the_clock(local: datetime, zone: ZoneInfo) -> datetime:
    """A time read off a clock in the zone; an error where the clocks skipped it or showed it twice."""
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first
    twice = first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local
    said = "was shown twice" if twice else "was skipped"
    raise ToolInputError(
        f"{local:%Y-%m-%d %H:%M} {said} in {zone.key}, where the clocks changed in that night",
        remedy=f"Give the time with its offset, like {first.isoformat(timespec='minutes')}.",
    )


def zone_named(name: str) -> ZoneInfo:
    """The zone of this name, like Europe/Berlin."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ToolInputError(
            f"there is no time zone {name!r}",
            remedy="Name it as the time zone database does, like Europe/Berlin.",
        ) from error


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The beginning of a day in a zone: where the clocks change at midnight, the moment the day before ends."""
    return datetime.combine(day, time(), zone).astimezone(UTC).astimezone(zone)


def shown(moment: datetime) -> str:
    """A moment as people write it: day, time, offset."""
    return moment.isoformat(sep=" ", timespec="minutes")


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    """Midnight at the end of a day, which is the beginning of the next."""
    return midnight(day + timedelta(days=1), zone)


def _business_day(first: date, number: int, holidays: AbstractSet[date]) -> date:
    day = first
    while number:
        day += timedelta(days=1)
        number -= day.weekday() not in _WEEKEND and day not in holidays
    return day


def _until(number: int, unit: str, first: date, last: date, zone: ZoneInfo) -> str:
    return f"{number} {unit} after {first}: until the end of {last} in {zone.key}"
