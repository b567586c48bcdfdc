"""The pieces of code on a page of the documentation, with a real address and a real key in them."""

from __future__ import annotations

import re
from pathlib import Path

from tests.api.listening import Listening

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_DOORS = Path(__file__).parents[2] / "docs" / "doors.md"


def doors(language: str, naming: str, served: Listening | None = None) -> str:
    """The one piece in this language that names something."""
    (code,) = (
        code for kind, code in _BLOCK.findall(_DOORS.read_text()) if kind == language and naming in code
    )
    if served is None:
        return code
    return code.replace("http://127.0.0.1:8000", served.address).replace("cpk_…", served.key("officer"))
