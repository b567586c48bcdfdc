from __future__ import annotations

from io import BytesIO

import pytest
from starlette.datastructures import UploadFile

from api.pages.policy_form import Filled, Line
from copilot.errors import CopilotError, UnusablePolicy

HEAD = {"id": "gifts", "title": "Gifts", "version": "1", "effective": "2024-01-01", "owner": "Compliance"}


def filled(text: str, name: str = "gifts.md", **head: str) -> Filled:
    return Filled({**HEAD, **head}, UploadFile(BytesIO(text.encode()), filename=name))


def refused(form: Filled) -> CopilotError:
    upload = form.upload
    assert upload is not None
    with pytest.raises(UnusablePolicy) as refusal:
        upload.read()
    return refusal.value


def test_what_is_filled_in_is_what_the_api_takes() -> None:
    upload = filled("1 Limits\n1.1 No gift.\n", audience="desk, control-room").upload

    assert upload is not None
    assert upload.read().head.audience == {"desk", "control-room"}
    assert Filled(HEAD).upload is None


def test_a_fault_of_a_field_is_told_at_the_field_without_its_name() -> None:
    form = filled("1 Limits\n1.1 No gift.\n", effective="soon")

    wrong = form.wrong(refused(form))

    assert wrong.field == "effective"
    assert not wrong.said.startswith(("effective", "gifts.md"))


def test_a_fault_of_a_line_is_told_with_the_line_between_its_neighbours() -> None:
    form = filled("1 Limits\n1.1 No gift.\n1.1 No meal.\n1.2 No cash.\n")

    wrong = form.wrong(refused(form))

    assert (wrong.field, wrong.said) == ("file", "section 1.1 stands after section 1.1")
    assert wrong.lines == (
        Line(2, "1.1 No gift.", wrong=False),
        Line(3, "1.1 No meal.", wrong=True),
        Line(4, "1.2 No cash.", wrong=False),
    )


def test_a_file_that_is_read_out_of_something_else_has_no_lines_to_show() -> None:
    form = filled("no Word document", name="gifts.docx")

    assert form.wrong(refused(form)).lines == ()
