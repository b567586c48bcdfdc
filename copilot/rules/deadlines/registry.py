"""Which rule reads which event, under which regime, and for which time it was written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from copilot.law import Period
from copilot.rules.deadlines import (
    adverse_impacts,
    corrective_action,
    data_breach,
    general_purpose_models,
    insider_lists,
    managers,
    market_soundings,
    serious_incident,
    suspicion,
)
from copilot.rules.deadlines.deadline import Findings
from copilot.rules.deadlines.facts import Fact

Regime = Literal["ai-act", "gdpr", "mar", "sfdr"]
Event = Literal[
    "serious-incident",
    "serious-incident-at-deployer",
    "non-conformity",
    "model-threshold",
    "model-incident",
    "data-breach",
    "data-breach-at-processor",
    "suspicion",
    "insider-access",
    "managers-transaction",
    "managers-notification",
    "financial-report",
    "market-sounding",
    "sounding-ceased",
    "adverse-impacts",
]


class Rule(NamedTuple):
    """A rule, its version, the time for which it was written, and the facts it can depend on."""

    regime: Regime
    find: Callable[[Findings], None]
    version: str
    valid: Period
    facts: tuple[Fact, ...] = ()


def _rules() -> dict[Event, Rule]:
    incident, model, breach = serious_incident, general_purpose_models, data_breach
    action, lists, sounding, impacts = corrective_action, insider_lists, market_soundings, adverse_impacts
    of_incident, of_model = (incident.VERSION, incident.VALID), (model.VERSION, model.VALID)
    of_breach, of_managers = (breach.VERSION, breach.VALID), (managers.VERSION, managers.VALID)
    of_sounding = (sounding.VERSION, sounding.VALID)
    by_provider = Rule("ai-act", incident.reported_by_provider, *of_incident, incident.PROVIDER_FACTS)
    by_deployer = Rule("ai-act", incident.reported_by_deployer, *of_incident, incident.DEPLOYER_FACTS)
    return {
        "serious-incident": by_provider,
        "serious-incident-at-deployer": by_deployer,
        "non-conformity": Rule(
            "ai-act", action.corrective_action, action.VERSION, action.VALID, action.FACTS
        ),
        "model-threshold": Rule("ai-act", model.threshold_met, *of_model),
        "model-incident": Rule("ai-act", model.incident_with_model, *of_model),
        "data-breach": Rule("gdpr", breach.breach_at_controller, *of_breach, breach.FACTS),
        "data-breach-at-processor": Rule("gdpr", breach.breach_at_processor, *of_breach),
        "suspicion": Rule("mar", suspicion.suspicion, suspicion.VERSION, suspicion.VALID, suspicion.FACTS),
        "insider-access": Rule("mar", lists.access_changed, lists.VERSION, lists.VALID),
        "managers-transaction": Rule(
            "mar", managers.managers_transaction, *of_managers, managers.TRANSACTION_FACTS
        ),
        "managers-notification": Rule("mar", managers.notification_received, *of_managers),
        "financial-report": Rule("mar", managers.closed_period, *of_managers, managers.REPORT_FACTS),
        "market-sounding": Rule("mar", sounding.market_sounding, *of_sounding, sounding.SOUNDING_FACTS),
        "sounding-ceased": Rule("mar", sounding.information_ceased, *of_sounding, sounding.CEASED_FACTS),
        "adverse-impacts": Rule(
            "sfdr", impacts.adverse_impacts, impacts.VERSION, impacts.VALID, impacts.FACTS
        ),
    }


RULES = _rules()
