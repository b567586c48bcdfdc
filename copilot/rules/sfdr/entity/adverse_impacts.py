"""What participants publish on adverse impacts: Article 4(1) to (4) SFDR, Articles 4 to 12 of its RTS."""

from __future__ import annotations

from copilot.rules.sfdr.criterion import Criterion
from copilot.rules.sfdr.duty import Duty, rts, sfdr
from copilot.rules.sfdr.entity.capacity import participant
from copilot.rules.sfdr.held import Held, every, opposite, some
from copilot.rules.sfdr.told import Told

_MOST_EMPLOYEES = 500
_OWN_SIZE = sfdr("art-4/3")
_GROUP_SIZE = sfdr("art-4/4")


def large_itself(told: Told) -> Held:
    """A participant with more than 500 employees on average in the financial year: Art. 4(3)."""
    return every(participant(told), told.above("average_employees", _MOST_EMPLOYEES))


def large_as_parent(told: Told) -> Held:
    """A participant that is the parent of a large group with more than 500 employees: Art. 4(4)."""
    large = told.above("group_average_employees", _MOST_EMPLOYEES)
    return every(participant(told), told.yes("parent_of_large_group"), large)


def _bound_by_size(told: Told) -> Held:
    """Size leaves no choice, from the day on which Art. 4(3) and (4) name themselves."""
    return some(
        every(large_itself(told), told.applies(_OWN_SIZE)),
        every(large_as_parent(told), told.applies(_GROUP_SIZE)),
    )


def free_to_explain(told: Told) -> Held:
    """A participant that may give reasons instead of a statement: Art. 4(1), points (a) and (b)."""
    return every(participant(told), opposite(_bound_by_size(told)))


def choice_between(told: Told) -> str:
    """What a verdict says about comply or explain."""
    if _bound_by_size(told).value:
        return "it may not explain instead of publishing a statement on adverse impacts"
    return {
        True: "it may explain instead of publishing a statement on adverse impacts",
        None: "whether it may explain instead of publishing a statement on adverse impacts is open",
        False: "",
    }[free_to_explain(told).value]


def publishes_statement(told: Told) -> Held:
    """A participant that has to publish the statement, by size or since it considers impacts."""
    by_choice = told.yes("considers_adverse_impacts")
    return every(participant(told), some(_bound_by_size(told), by_choice))


def _explains(told: Told) -> Held:
    """Reasons instead of a statement: the participant is free to give them, and considers no impacts."""
    return every(free_to_explain(told), told.no("considers_adverse_impacts"))


def _chooses(told: Told) -> Held:
    """A statement by choice: the participant is free to explain, and considers impacts all the same."""
    return every(free_to_explain(told), told.yes("considers_adverse_impacts"))


CRITERIA = (
    Criterion(
        "Does it exceed 500 employees by its own number?",
        "Above 500 on average during the financial year, on the balance sheet date, there is no explaining instead.",
        _OWN_SIZE,
        large_itself,
    ),
    Criterion(
        "Is it the parent of a large group that exceeds 500 employees?",
        "The employees are counted on a consolidated basis; a group that is not large does not count.",
        _GROUP_SIZE,
        large_as_parent,
    ),
    Criterion(
        "May it explain why it does not consider adverse impacts, instead of publishing a statement?",
        "Comply or explain holds only for participants that size does not bind, once Art. 4(3) and (4) apply.",
        sfdr("art-4/1"),
        free_to_explain,
    ),
)

DUTIES = (
    Duty(
        "adverse-impacts",
        "financial market participant",
        sfdr("art-4"),
        "Say on the website how adverse impacts are treated: by a statement on due diligence policies or, where size "
        "leaves the choice, by clear reasons why they are not considered. Keep it there.",
        participant,
        ("the page of the website, with its dates",),
        also=(sfdr("art-4/1"), _OWN_SIZE, _GROUP_SIZE),
    ),
    Duty(
        "adverse-impacts-own-size",
        "financial market participant",
        _OWN_SIZE,
        "Publish the statement on due diligence policies for principal adverse impacts and keep it on the website; "
        "with more than 500 employees, reasons why not are not enough.",
        large_itself,
        ("the statement on the website", "the average number of employees on the balance sheet date"),
    ),
    Duty(
        "adverse-impacts-group-size",
        "financial market participant",
        _GROUP_SIZE,
        "As parent of a large group with more than 500 employees: publish the statement on due diligence policies for "
        "principal adverse impacts and keep it on the website; reasons why not are not enough.",
        large_as_parent,
        ("the statement on the website", "the group's consolidated average number of employees"),
    ),
    Duty(
        "adverse-impacts-by-choice",
        "financial market participant",
        sfdr("art-4/1/a"),
        "Publish a statement on due diligence policies as to the impacts considered, in proportion to size, "
        "activities and types of products.",
        _chooses,
        ("the statement on the website", "the decision to consider adverse impacts"),
    ),
    Duty(
        "adverse-impacts-explained",
        "financial market participant",
        sfdr("art-4/1/b"),
        "Publish clear reasons why adverse impacts are not considered and, where relevant, whether and when they "
        "will be.",
        _explains,
        ("the reasons on the website", "the decision behind them"),
    ),
    Duty(
        "adverse-impacts-not-considered-section",
        "financial market participant",
        rts("art-12"),
        "Give the reasons in a separate section of the website with the prescribed title, led by a prominent "
        "statement that impacts are not considered; an intention to consider them refers to the indicators of Annex "
        "I, Table 1.",
        _explains,
        ("the section of the website",),
        also=(rts("art-12/1"), rts("art-12/2"), rts("anx-1/table-1")),
    ),
    Duty(
        "adverse-impacts-contents",
        "financial market participant",
        sfdr("art-4/2"),
        "Cover in the statement: how impacts and indicators are identified and ranked; the impacts and actions taken "
        "or planned; engagement policies in brief; codes and standards followed and, where relevant, alignment with "
        "the Paris Agreement.",
        publishes_statement,
        ("the statement with each of the four parts",),
    ),
    Duty(
        "adverse-impacts-yearly-statement",
        "financial market participant",
        rts("art-4/1"),
        "Publish the statement for the calendar year before, in the template of Annex I, Table 1. The first covers "
        "the time since impacts were first considered and is due the year after.",
        publishes_statement,
        ("the completed template of Annex I, Table 1", "the date of publication"),
        due="30 June each year",
        also=(rts("art-4/2"), rts("art-4/3"), rts("anx-1/table-1")),
    ),
    Duty(
        "adverse-impacts-indicators",
        "financial market participant",
        rts("art-6/1"),
        "Complete every indicator of Annex I, Table 1, and add at least one of Table 2, at least one of Table 3, and "
        "any other indicator used; a figure is the average of the four quarter ends.",
        publishes_statement,
        ("the figures at the four quarter ends", "the choice of additional indicators, with its grounds"),
        also=(rts("art-6/3"), rts("anx-1/table-1"), rts("anx-1/table-2"), rts("anx-1/table-3")),
    ),
    Duty(
        "adverse-impacts-history",
        "financial market participant",
        rts("art-10"),
        "Compare the period with each earlier one reported on, up to the last five, once there is an earlier one.",
        publishes_statement,
        ("the figures of earlier statements",),
    ),
)
