"""Launches described for tests, and the five uses that the survey goes through."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from functools import cache

from copilot.law import Corpus, LawOnDay, load_corpus
from copilot.rules.ai_act import AISystem
from copilot.rules.jurisdictions import (
    JurisdictionsReport,
    Launch,
    LaunchFacts,
    RegimeFinding,
    Register,
    jurisdictions,
    shipped_register,
)
from tests.rules.ai_act.builders import plain, yes

TODAY = date(2026, 11, 20)
EVERYWHERE = (
    "eu",
    "us-ca",
    "us-co",
    "us-il",
    "us-ma",
    "us-md",
    "us-me",
    "us-nj",
    "us-ny-nyc",
    "us-tx",
    "us-ut",
    "uk",
)

DEPLOYER = {"roles": yes("uses"), "operation": yes("about_persons", "significant_decisions")}
PROVIDER = {"roles": yes("developed", "own_name")}
CREDIT = {"essential_services": yes("creditworthiness"), "task": yes("profiling")}
CHATBOT = {"conversation": yes("direct"), "content": yes("synthetic")}
CV_SCREENING = {"employment": yes("recruitment"), "task": yes("profiling")}
FRAUD = {"essential_services": yes("creditworthiness", "fraud_only"), "task": yes("profiling")}
SURVEILLANCE: dict[str, dict[str, object]] = {}


@cache
def corpus() -> Corpus:
    """The texts that ship."""
    return load_corpus(policies=None)


@cache
def register() -> Register:
    """The register that ships."""
    return shipped_register(corpus())


@cache
def law_on(day: date) -> LawOnDay:
    """The law as worded on a day."""
    return corpus().as_of(day)


def launched(*topics: Mapping[str, Mapping[str, object]], **facts: object) -> Launch:
    """A launch of which all is no but what is given."""
    system: dict[str, Mapping[str, object]] = {}
    for topic in topics:
        system |= topic
    no: dict[str, object] = {entry.name: False for entry in fields(LaunchFacts)}
    return Launch(plain(**system), LaunchFacts(**{**no, "total_assets_usd": None, **facts}))  # type: ignore[arg-type]


def untold() -> Launch:
    """A launch of which nobody said anything."""
    return Launch(AISystem(), LaunchFacts())


def asked(launch: Launch, *places: str, day: date = TODAY) -> JurisdictionsReport:
    """What the shipped register says of a launch."""
    return jurisdictions(register(), launch, places or EVERYWHERE, law_on(day))


def found(report: JurisdictionsReport) -> dict[str, RegimeFinding]:
    """The findings by regime; of one that holds in several places the first."""
    by_id: dict[str, RegimeFinding] = {}
    for place in report.places:
        for finding in place.findings:
            by_id.setdefault(finding.id, finding)
    return by_id


def regimes(report: JurisdictionsReport, engagement: str) -> set[str]:
    """The ids of the regimes that are engaged, possible or not engaged."""
    return {name for name, finding in found(report).items() if finding.engagement == engagement}
