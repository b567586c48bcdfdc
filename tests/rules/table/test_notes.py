from copilot.rules.ai_act import annex_i, derogation
from copilot.rules.table.notes import first_line, notes_of


def test_the_reading_of_a_module_is_told() -> None:
    (said,) = notes_of(derogation)

    assert "Read as two requirements" in said


def test_what_is_said_of_a_value_is_told_with_its_name() -> None:
    assert any(
        note.startswith("Safety component: Art. 6(1a) takes convenience out") for note in notes_of(annex_i)
    )


def test_the_first_line_stands_without_its_stop() -> None:
    assert first_line("One thing.\n\nAnd more.") == "One thing"
