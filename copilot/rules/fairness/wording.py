"""How a comparison is told to a person."""

from __future__ import annotations

from copilot.law import ProvisionId
from copilot.rules.fairness.limits import Limits
from copilot.rules.fairness.measures import Compared, Standing
from copilot.rules.result import Step

_MEASURED = ProvisionId("nist-ai-rmf", ("measure-2.11",))
_NOT_AVAILABLE = "not available"
_WHY = {
    "impact ratio": "A group chosen far less often than another is a sign of adverse impact.",
    "selection rate difference": "It is the difference from demographic parity.",
    "true positive rate difference": "Persons who deserve a favourable decision should get it as often.",
    "false positive rate difference": "With the true positive rates it makes up equalised odds.",
    "calibration difference": "A score should foretell as much for one group as for another.",
}


def told(item: Compared, limits: Limits) -> Step:
    """One comparison as a question and what was found."""
    return Step(
        question=_question(item),
        found=f"{_found(item)}; {_verdict(item, limits)}",
        matters=_WHY[item.measure],
        provision=item.limit.basis if item.limit else _MEASURED,
    )


def _percent(share: float) -> str:
    return f"{_tenths(share)} %"


def _tenths(share: float) -> str:
    # Adding 0.0 takes the sign off a zero.
    return f"{round(share * 100, 1) + 0.0:.1f}"


def _amount(value: float, item: Compared) -> str:
    """A ratio as it is; a difference in percentage points, which are not per cent of a rate."""
    return f"{value:.3f}" if item.measure == "impact ratio" else f"{_tenths(value)} points"


def _question(item: Compared) -> str:
    asked = f"{item.column}: what is the {item.measure} of {item.group}"
    return f"{asked} against {item.against}?" if item.against else f"{asked}?"


def _found(item: Compared) -> str:
    own = _standing(item.own)
    if item.verdict == "the highest":
        return own
    if item.figure is None or item.interval is None:
        return f"{own}; {_NOT_AVAILABLE}"
    between = f"95 %: {_amount(item.interval.low, item)} to {_amount(item.interval.high, item)}"
    figure = f"{_amount(item.figure, item)} ({between}; {item.method})"
    return f"{own} against {_standing(item.other)}: {figure}"


def _standing(standing: Standing | None) -> str:
    if standing is None:
        return f"{_NOT_AVAILABLE} (nobody is counted)"
    low, high = _percent(standing.interval.low), _percent(standing.interval.high)
    return f"{_percent(standing.value)} of {standing.persons:,} (95 %: {low} to {high})"


def _verdict(item: Compared, limits: Limits) -> str:
    said: list[str] = [item.verdict]
    if item.verdict == "the highest":
        said = ["the highest of the groups large enough to be held against"]
    elif item.verdict == "no verdict" and item.size < limits.fewest.value:
        said.append(f"fewer than {limits.fewest.value:g} persons")
    elif item.limit is not None and item.interval is not None:
        given = ", as given with the question" if item.limit.given else ""
        side = "at least" if item.measure == "impact ratio" else "at most"
        said.append(f"{side} {_amount(item.limit.value, item)} is asked{given}")
        if item.limit.value in item.interval:
            said.append("the interval holds the limit, so chance may have decided")
    if item.small_sample:
        said.append("small sample")
    return ", ".join(said)
