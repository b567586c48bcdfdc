"""What advisers disclose about their advice: Articles 4(5) and 6(2) SFDR, Articles 11 and 13 of its RTS."""

from __future__ import annotations

from copilot.rules.sfdr.duty import Condition, Duty, rts, sfdr
from copilot.rules.sfdr.entity.capacity import adviser, insurance_adviser, investment_adviser
from copilot.rules.sfdr.held import Held, every
from copilot.rules.sfdr.told import Told


def _considers(capacity: Condition) -> Condition:
    def holds(told: Told) -> Held:
        return every(capacity(told), told.yes("considers_impacts_in_advice"))

    return holds


def _does_not_consider(capacity: Condition) -> Condition:
    def holds(told: Told) -> Held:
        return every(capacity(told), told.no("considers_impacts_in_advice"))

    return holds


def _considered(advice: str, paragraph: str, capacity: Condition) -> Duty:
    return Duty(
        f"impacts-considered-in-{advice}-advice",
        "financial adviser",
        rts(f"art-11/{paragraph}"),
        "Describe in a section of the website with the prescribed title how products are selected: how what "
        "participants publish is used, whether products are ranked by the indicators and how, and any thresholds.",
        _considers(capacity),
        ("the section of the website", "the method by which products are selected"),
        also=(sfdr("art-4/5/a"), rts("art-11/3")),
    )


def _not_considered(advice: str, paragraph: str, capacity: Condition) -> Duty:
    return Duty(
        f"impacts-not-considered-in-{advice}-advice",
        "financial adviser",
        rts(f"art-13/{paragraph}"),
        "State prominently, in a section of the website with the prescribed title, that the advice does not consider "
        "adverse impacts, with the reasons and, where relevant, whether and when that will change.",
        _does_not_consider(capacity),
        ("the section of the website", "the decision behind it"),
        also=(sfdr("art-4/5/b"), rts("art-13/3")),
    )


DUTIES = (
    Duty(
        "advice-adverse-impacts",
        "financial adviser",
        sfdr("art-4/5"),
        "Say on the website whether principal adverse impacts are considered in the advice, or why they are not. Keep "
        "it there. Size makes no difference to advisers here.",
        adviser,
        ("the page of the website, with its dates",),
        also=(sfdr("art-4/5/a"), sfdr("art-4/5/b")),
    ),
    _considered("insurance", "1", insurance_adviser),
    _considered("investment", "2", investment_adviser),
    _not_considered("insurance", "1", insurance_adviser),
    _not_considered("investment", "2", investment_adviser),
    Duty(
        "advice-sustainability-risks",
        "financial adviser",
        sfdr("art-6/2"),
        "Describe before the contract how sustainability risks enter the advice and what they are likely to do to the "
        "returns of the products advised on; where they are deemed irrelevant, explain why, clearly and in brief.",
        adviser,
        ("the pre-contractual disclosure", "the assessment of the risks"),
        also=(sfdr("art-6/2/sub-2"),),
    ),
    Duty(
        "investment-advice-document",
        "financial adviser",
        sfdr("art-6/3"),
        "Give the description in the information that sectoral law prescribes before investment advice; for "
        "investment firms and credit institutions that is Art. 24(4) of Directive 2014/65/EU.",
        investment_adviser,
        ("the information given before the advice",),
        also=(sfdr("art-6/3/h"), sfdr("art-6/3/i")),
    ),
    Duty(
        "insurance-advice-document",
        "financial adviser",
        sfdr("art-6/3/j"),
        "Give the description in the information of Art. 29(1) of Directive (EU) 2016/97.",
        insurance_adviser,
        ("the information given before the advice",),
    ),
)
