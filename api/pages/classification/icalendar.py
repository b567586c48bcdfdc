"""The days of a duties calendar as a file that every calendar program reads: RFC 5545, whole days, nothing personal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256

from api.pages.classification.calendar import Calendar, Day
from copilot.law import label_of

MEDIA_TYPE = "text/calendar; charset=utf-8"
_LONGEST_LINE = 75


def icalendar(calendar: Calendar, name: str, as_of: date) -> str:
    """One whole-day entry for each day from which duties bind."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Regulatory copilot//Duties under the AI Act//EN",
        *(line for day in calendar.days if day.start for line in _event(day, day.start, name, as_of)),
        "END:VCALENDAR",
    )
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(day: Day, start: date, name: str, as_of: date) -> Iterator[str]:
    what = "\n".join(
        f"{label_of(one.duty.provision.segments)} {one.duty.title} ({one.who}; {one.standing})"
        for one in day.duties
    )
    about = f"{name}: " if name else ""
    about_day = f"As of {as_of}:\n{what}"
    number = len(day.duties)
    summary = f"{about}AI Act, {number} {'duty' if number == 1 else 'duties'} from this day"
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(f'{start}{name}{what}'.encode()).hexdigest()[:32]}@regulatory-copilot"
    yield f"DTSTAMP:{as_of:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{start + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(summary)}"
    yield f"DESCRIPTION:{_text(about_day)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    for letter, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        words = words.replace(letter, escaped)
    return words


def _folded(line: str) -> Iterable[str]:
    """A long line in parts of at most 75 bytes; those behind the first begin with a blank."""
    part, size = "", 0
    for letter in line:
        wide = len(letter.encode())
        if size + wide > _LONGEST_LINE:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + wide
    yield part
