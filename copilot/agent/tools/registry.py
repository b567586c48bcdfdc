"""Every tool a model may call; one line each."""

from __future__ import annotations

from typing import Any, TypeAlias

from copilot.agent.tools.application import DATES_OF_APPLICATION
from copilot.agent.tools.classification import CLASSIFY_AI_SYSTEM
from copilot.agent.tools.crosswalk import COUNTERPARTS, FRAMEWORK_GAP
from copilot.agent.tools.deadlines import DEADLINES_FOR
from copilot.agent.tools.duties import DUTIES_OF
from copilot.agent.tools.fines import FINE_LIMIT
from copilot.agent.tools.jurisdictions import JURISDICTIONS_OF
from copilot.agent.tools.read_provision import READ_PROVISION
from copilot.agent.tools.search_law import SEARCH_LAW
from copilot.agent.tools.sfdr import SFDR_ENTITY, SFDR_PRODUCT
from copilot.agent.tools.tool import Tool
from copilot.agent.tools.wordings import COMPARE_WORDINGS

AnyTool: TypeAlias = Tool[Any]

TOOLS: tuple[AnyTool, ...] = (
    SEARCH_LAW,
    READ_PROVISION,
    DATES_OF_APPLICATION,
    COMPARE_WORDINGS,
    CLASSIFY_AI_SYSTEM,
    DUTIES_OF,
    JURISDICTIONS_OF,
    FINE_LIMIT,
    DEADLINES_FOR,
    COUNTERPARTS,
    FRAMEWORK_GAP,
    SFDR_ENTITY,
    SFDR_PRODUCT,
)
