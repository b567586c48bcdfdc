"""In which document a product's disclosures stand, by who makes it available: Articles 6(3) and 11(2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from copilot.rules.result import Step
from copilot.rules.sfdr.duty import sfdr
from copilot.rules.sfdr.facts import Maker
from copilot.rules.sfdr.product.regime import article_8_or_9, in_scope
from copilot.rules.sfdr.told import Told


class _Documents(NamedTuple):
    """The points of Article 6(3) and 11(2), each with its document."""

    before: tuple[str, str]
    yearly: tuple[str, str]


_AIFM_REPORT = ("a", "the annual report of Art. 22 of Directive 2011/61/EU")
_CLIENT_REPORT = "a periodic report under Art. 25(6) of Directive 2014/65/EU"
_CLIENT_INFORMATION = "the information of Art. 24(4) of Directive 2014/65/EU"

_DOCUMENTS: dict[Maker, _Documents] = {
    "aifm": _Documents(("a", "the disclosures of Art. 23(1) of Directive 2011/61/EU"), _AIFM_REPORT),
    "insurance-undertaking": _Documents(
        (
            "b",
            "the information of Art. 185(2) of Directive 2009/138/EC or Art. 29(1) of Directive (EU) 2016/97",
        ),
        ("b", "the yearly written information of Art. 185(6) of Directive 2009/138/EC"),
    ),
    "iorp": _Documents(
        ("c", "the information of Art. 41 of Directive (EU) 2016/2341"),
        ("c", "the annual report of Art. 29 of Directive (EU) 2016/2341"),
    ),
    "euveca-manager": _Documents(
        ("d", "the information of Art. 13(1) of Regulation (EU) No 345/2013"),
        ("d", "the annual report of Art. 12 of Regulation (EU) No 345/2013"),
    ),
    "eusef-manager": _Documents(
        ("e", "the information of Art. 14(1) of Regulation (EU) No 346/2013"),
        ("e", "the annual report of Art. 13 of Regulation (EU) No 346/2013"),
    ),
    "pension-manufacturer": _Documents(
        ("f", "a text in writing, in good time before the contract binds a retail investor"),
        ("f", "the annual report, or a report under national law, in writing"),
    ),
    "ucits-manager": _Documents(
        ("g", "the prospectus of Art. 69 of Directive 2009/65/EC"),
        ("g", "the annual report of Art. 69 of Directive 2009/65/EC"),
    ),
    "investment-firm": _Documents(("h", _CLIENT_INFORMATION), ("h", _CLIENT_REPORT)),
    "credit-institution": _Documents(("i", _CLIENT_INFORMATION), ("i", _CLIENT_REPORT)),
    "eltif-manager": _Documents(
        ("k", "the prospectus of Art. 23 of Regulation (EU) 2015/760"),
        _AIFM_REPORT,
    ),
    "pepp-provider": _Documents(
        ("l", "the PEPP key information document of Art. 26 of Regulation (EU) 2019/1238"),
        ("j", "the PEPP Benefit Statement of Art. 36 of Regulation (EU) 2019/1238"),
    ),
}


def document_steps(told: Told) -> Iterator[Step]:
    """Where the disclosures stand, once it is told who makes the product available."""
    documents = next((each for maker, each in _DOCUMENTS.items() if maker == told.facts["maker"]), None)
    if documents is None:
        return
    if in_scope(told).value is not False:
        yield _step("before a contract", "art-6/3", documents.before)
    if article_8_or_9(told).value is not False:
        yield _step("in periodic reports", "art-11/2", documents.yearly)


def _step(when: str, paragraph: str, named: tuple[str, str]) -> Step:
    point, document = named
    return Step(
        question=f"In which document does the participant disclose {when}?",
        found=f"in {document}",
        matters="Where a template of the RTS is used, it is an annex to that document.",
        provision=sfdr(f"{paragraph}/{point}"),
    )
