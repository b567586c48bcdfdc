"""What a liar would change in a faithful statement: one operator a file, two where they are each other's reverse.

An operator is a pure function of a statement. It skips what would not change the meaning, and gives its
copies in an order drawn by the statement's id, so that "the first one" is not always the first word.
"""

from __future__ import annotations

from dataclasses import dataclass

from evals.mutation.operators.actor import other_actor
from evals.mutation.operators.article import other_article
from evals.mutation.operators.bounds import turn_bound
from evals.mutation.operators.condition import drop_condition
from evals.mutation.operators.day import other_date
from evals.mutation.operators.denial import negate, un_negate
from evals.mutation.operators.exception import drop_exception
from evals.mutation.operators.fabricated import append_clause
from evals.mutation.operators.force import may_to_shall, shall_to_may
from evals.mutation.operators.list_item import other_item
from evals.mutation.operators.merge import merge_of_two
from evals.mutation.operators.money import other_money
from evals.mutation.operators.number import other_number
from evals.mutation.operators.order_in_time import before_and_after
from evals.mutation.operators.other_source import quote_of_another
from evals.mutation.operators.paragraph import other_paragraph
from evals.mutation.operators.scope import widen_scope
from evals.mutation.operators.tool_figure import not_the_tools
from evals.mutation.operators.truncated import truncate_quote
from evals.mutation.operators.unit import other_unit
from evals.mutation.statement_under_test import Alter


@dataclass(frozen=True, slots=True)
class Operator:
    """A way to make a statement false.

    ``hard`` ones change a figure, a date or a reference. ``held_out`` ones are left out while the checks
    are being tuned, and reported apart.
    """

    name: str
    mutate: Alter
    hard: bool = False
    held_out: bool = False


OPERATORS: tuple[Operator, ...] = (
    Operator("number", other_number, hard=True),
    Operator("unit", other_unit, hard=True),
    Operator("date", other_date, hard=True),
    Operator("currency or percent base", other_money, hard=True),
    Operator("article number", other_article, hard=True),
    Operator("paragraph number", other_paragraph, hard=True),
    Operator("shall -> may", shall_to_may),
    Operator("may -> shall", may_to_shall),
    Operator("negate", negate),
    Operator("un-negate", un_negate),
    Operator("actor swap", other_actor),
    Operator("drop exception", drop_exception),
    Operator("drop condition", drop_condition),
    Operator("widen scope", widen_scope, held_out=True),
    Operator("quantifier or threshold", turn_bound),
    Operator("before <-> after", before_and_after),
    Operator("list-item swap", other_item),
    Operator("merge of two provisions", merge_of_two, held_out=True),
    Operator("fabricated clause", append_clause),
    Operator("quote truncated", truncate_quote),
    Operator("quote of another article", quote_of_another),
    Operator("figure not the tool's", not_the_tools, hard=True),
)

__all__ = ["OPERATORS", "Operator"]
