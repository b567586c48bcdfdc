import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def passage_sets() -> ModuleType:
    spec = importlib.util.spec_from_file_location("passage_sets", BENCHMARKS / "passage_sets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["passage_sets"] = module
    spec.loader.exec_module(module)
    return module


def test_a_set_becomes_a_corpus_with_headings_and_answers(passage_sets: ModuleType, tmp_path: Path) -> None:
    passages = [
        {"DocumentID": 1, "PassageID": "1.", "Passage": "LAMPS"},
        {"DocumentID": 1, "PassageID": "1.1.(1)", "Passage": "A keeper lights each lamp."},
        {"DocumentID": 1, "PassageID": "1.1.(1)", "Passage": "The same key once more."},
        {"DocumentID": 1, "PassageID": "1.1.1", "Passage": "Another id that reads alike."},
        {"DocumentID": 1, "PassageID": "1.2", "Passage": "  "},
    ]
    answers = [{"DocumentID": 1, "PassageID": "1.1.(1)"}, {"DocumentID": 1, "PassageID": "9"}]
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "1.json").write_text(json.dumps(passages))
    (tmp_path / "questions.json").write_text(
        json.dumps([{"Question": "Who lights it?", "Passages": answers}])
    )

    read = passage_sets.read_passage_set(tmp_path / "documents", tmp_path / "questions.json")

    wordings = {str(wording.id): wording for wording in read.corpus.wordings()}
    assert list(wordings) == ["document-1/1", "document-1/1-1-1", "document-1/1-1-1/2"]
    assert wordings["document-1/1-1-1"].heading_path == ("LAMPS",)
    assert read.questions[0].answers == {"document-1/1-1-1"}
