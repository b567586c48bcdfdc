from typing import Any

import pytest
from pydantic import ValidationError

from evals.cases import Golden, Nugget
from tests.evals.cases.builders import golden


def _nugget(*words: list[str]) -> Nugget:
    return Nugget.model_validate({"vital": True, "about": "something", "words": words})


def test_a_nugget_is_met_by_one_sentence_and_not_by_words_of_several() -> None:
    first = _nugget(["first", "at once"], ["provider*"])

    assert first.met_by("We do this. Inform the provider at once (Art. 26(5)).")
    assert not first.met_by("At once, tell the authority. Then tell the provider.")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"tags": ["cross-reference"]}, "does not say which two provisions"),
        ({"both": ["lantern-act/art-1/2", "lantern-act/art-2"]}, "not among the pinpoints"),
        ({"figures": []}, "tagged figures, but asks for none"),
        ({"figures": ["soon"]}, "no number, sum, period or date"),
        ({"tags": ["figures", "figures"]}, "a tag is given twice"),
        ({"tags": ["fines"]}, "Input should be"),
        ({"question": "What does Article 1(2) say?"}, "not tagged pinpoint-lookup"),
        ({"pinpoints": []}, "at least 1"),
        ({"pinpoints": [{"id": "lantern-act/art-1/2", "grade": 2}]}, "none is the answer itself"),
        ({"pinpoints": [{"id": "lantern-act/art-2", "grade": 3}] * 2}, "given twice"),
        ({"pinpoints": [{"id": "Art. 2", "grade": 3}]}, "is not the id of a provision"),
        ({"nuggets": [{"vital": False, "about": "a", "words": [["b"]]}]}, "no nugget is vital"),
        ({"called_with": {"fine_limit": {}}}, "not among the tools"),
        ({"answer": "3 days"}, "Extra inputs"),
        ({"id": "Report_Lantern"}, "pattern"),
    ],
)
def test_a_question_that_contradicts_itself_is_refused(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        Golden.model_validate(golden(**changes))


def test_a_question_that_names_its_pinpoint_is_a_lookup() -> None:
    lookup = golden(question="What does Article 1(2) say?", tags=["pinpoint-lookup"])

    assert Golden.model_validate(lookup).tags == ("pinpoint-lookup",)
