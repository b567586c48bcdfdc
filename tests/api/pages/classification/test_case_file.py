from datetime import date

from api.pages.classification.case import read_case
from api.pages.classification.case_file import CaseFile
from api.pages.classification.sheet import read_sheet


def test_the_file_says_which_facts_nobody_confirmed() -> None:
    sent = [
        ("name", "Scorer"),
        ("description", "Our model scores the creditworthiness of natural persons."),
        ("proposed", "essential_services.creditworthiness=yes"),
        ("essential_services.creditworthiness", "yes"),
        ("confirmed", "essential_services.creditworthiness"),
    ]
    case = read_case(read_sheet(sent, date(2026, 11, 20)), None)
    assert case.follows is not None

    file = CaseFile.of_case(case, case.follows).model_dump(mode="json")

    assert file["name"] == "Scorer"
    assert "nature.machine_based" in file["only_proposed"]
    assert "essential_services.creditworthiness" not in file["only_proposed"]
    assert file["inputs"]["essential_services"] == {"creditworthiness": True}
    assert file["steps"]
