"""The ruler of the verifier: faithful statements made false in known ways, and written otherwise.

``python -m evals.mutation`` says which share of the false ones ``copilot.grounding.verify`` keeps back, and
which share of the faithful ones.
"""

from evals.mutation.bench import Bench, Verdict
from evals.mutation.gate import Requirement, requirements
from evals.mutation.invariances import INVARIANCES, Invariance
from evals.mutation.operators import OPERATORS, Operator
from evals.mutation.statement_under_test import Altered, StatementUnderTest
from evals.mutation.suite import Suite, gathered
from evals.mutation.trials import Trial, run

__all__ = [
    "INVARIANCES",
    "OPERATORS",
    "Altered",
    "Bench",
    "Invariance",
    "Operator",
    "Requirement",
    "StatementUnderTest",
    "Suite",
    "Trial",
    "Verdict",
    "gathered",
    "requirements",
    "run",
]
