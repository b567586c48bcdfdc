"""Reads what NIST publishes on the risks of AI: the AI RMF and its Generative AI Profile, PDF and JSON.

The PDF of the framework holds its functions, categories and subcategories and the characteristics of
trustworthy AI; that of the profile is read for the twelve risks, and its actions come from the JSON. The
playbook words subcategories in its own way in places, and a list of them may leave some without words:
where the framework is at hand, it counts.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from copilot.errors import CorpusError
from copilot.law.labels import segment_of
from copilot.law.official.nist_pdf import profile_units, rmf_units
from copilot.law.official.pdf_text import lines_of, read_pdf, unligated
from copilot.law.official.unit import OfficialUnit

_FRAMEWORK, _PROFILE = "NIST AI 100-1", "NIST AI 600-1"
_TYPE_OF_FRAMEWORK, _TYPE_OF_PROFILE = 9.0, 10.5
_ACTION_ID = re.compile(r"(GV|MP|MS|MG)-?(\d\.\d+)-+(\d{3})")
_REMEDY = "Give it the AI RMF (NIST AI 100-1), its Generative AI Profile (NIST AI 600-1), or their JSON."


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True)


class _Action(_Entry):
    action_id: str
    subcategory_id: str
    subcategory_text: str
    suggested_action: str
    gai_risks: tuple[str, ...]
    ai_actor_tasks: tuple[str, ...]


class _Subcategory(_Entry):
    subcategory_id: str
    category_id: str
    category_text: str
    description: str


class _PlaybookEntry(_Entry):
    title: str
    category: str
    description: str
    section_actions: str


_FILE = TypeAdapter(tuple[_Action, ...] | tuple[_Subcategory, ...] | tuple[_PlaybookEntry, ...])


def read_nist_pdf(data: bytes, file: str) -> tuple[OfficialUnit, ...]:
    """Read the AI RMF 1.0 or the Generative AI Profile from the publisher's PDF."""
    pieces = read_pdf(data, file)
    lines = lines_of(pieces, smallest=_TYPE_OF_FRAMEWORK)
    if _FRAMEWORK in lines:
        return rmf_units(lines)
    if _PROFILE in lines:
        return profile_units(lines_of(pieces, smallest=_TYPE_OF_PROFILE))
    raise CorpusError("the file is a PDF, but not one of NIST's two on AI risk", remedy=_REMEDY, file=file)


def read_nist_json(data: bytes, file: str) -> tuple[OfficialUnit, ...]:
    """Read the subcategories, the entries of the playbook, or the actions of the profile."""
    try:
        entries = _FILE.validate_json(data.removeprefix(BOM_UTF8))
    except ValidationError as error:
        raise _no_list(error.errors()[0]["msg"], file) from error
    found = {unit.path: unit for entry in entries for unit in _units_of(entry, file) if unit.text}
    if not found:
        raise _no_list("It is empty", file)
    return tuple(found.values())


def _units_of(entry: _Action | _Subcategory | _PlaybookEntry, file: str) -> Iterator[OfficialUnit]:
    match entry:
        case _Subcategory():
            yield _outcome(entry.category_id, entry.category_text)
            yield _outcome(entry.subcategory_id, entry.description)
        case _PlaybookEntry():
            yield _outcome(entry.title, entry.description)
        case _Action():
            tasks = f"AI Actor Tasks: {'; '.join(entry.ai_actor_tasks)}"
            yield _outcome(entry.subcategory_id, f"{unligated(entry.subcategory_text)}\n{tasks}")
            yield _action(entry, file)


def _outcome(marker: str, text: str) -> OfficialUnit:
    """A category, whose headings are its function, or a subcategory, which stands under a category."""
    function, _, number = marker.partition(" ")
    category = (f"{function} {number.split('.')[0]}",) if "." in number else ()
    lines = "\n".join(map(unligated, text.splitlines()))
    return OfficialUnit((segment_of(marker),), "", lines, (function, *category))


def _action(entry: _Action, file: str) -> OfficialUnit:
    number = _ACTION_ID.fullmatch(entry.action_id)
    if number is None:
        raise CorpusError(f"{entry.action_id!r} is not the id of an action", remedy=_REMEDY, file=file)
    text = f"{unligated(entry.suggested_action)}\n{unligated('GAI Risks: ' + '; '.join(entry.gai_risks))}"
    path = (segment_of(entry.subcategory_id), "-".join(number.groups()).lower())
    return OfficialUnit(path, "", text, (entry.subcategory_id,))


def _no_list(why: str, file: str) -> CorpusError:
    return CorpusError(
        f"the file holds no list of subcategories or actions: {why}", remedy=_REMEDY, file=file
    )
