"""The names of some instruments, for the tests of references."""

from datetime import date

from copilot.law import Instrument, ProvisionId, Version
from copilot.law.instrument import Kind
from copilot.law.references import InstrumentNames, parse


def instrument(name: str, short: str, kind: Kind, *also: str, title: str = "") -> Instrument:
    """An instrument of which only the names and the kind matter."""
    version = Version.model_validate({"from": date(2020, 1, 1), "source": "as published"})
    return Instrument(
        id=name,
        title=title or short,
        short=short,
        also=also,
        kind=kind,
        jurisdiction="EU",
        publisher="the publisher",
        status="in force",
        versions=(version,),
    )


NAMES = InstrumentNames.of(
    (
        instrument(
            "eu-ai-act",
            "AI Act",
            "regulation",
            "EU AI Act",
            title="Regulation (EU) 2024/1689 on harmonised rules",
        ),
        instrument("gdpr", "GDPR", "regulation", "Regulation (EU) 2016/679"),
        instrument("mar", "MAR", "regulation", "Market Abuse Regulation", "Regulation (EU) No 596/2014"),
        instrument("sfdr-rts", "SFDR RTS", "regulation", title="Delegated Regulation (EU) 2022/1288"),
        instrument("nist-ai-rmf", "NIST AI RMF", "framework", "AI RMF"),
        instrument("nist-ai-600-1", "NIST AI 600-1", "framework", "Generative AI Profile"),
        instrument("iso-42001", "ISO/IEC 42001", "standard", "ISO 42001"),
        instrument("soc-2", "SOC 2", "standard"),
        instrument("us-co-sb-26-189", "Colorado SB 26-189", "statute"),
        instrument("us-me-1500-dd", "Maine § 1500-DD", "statute"),
        instrument(
            "policy/personal-dealing", "Personal account dealing and restricted list policy", "policy"
        ),
        instrument("policy/inside-lists", "Article 18 (a) and insider lists policy", "policy"),
    )
)


def ids_in(text: str, *, within: str | None = None, default: str | None = None) -> list[str]:
    """The ids that a text refers to, in its order."""
    place = ProvisionId.parse(within) if within else None
    return [str(found.id) for found in parse(text, NAMES, within=place, default=default)]
