import pytest

from copilot.agent.masking.contacts import contacts


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in contacts(text)]


@pytest.mark.parametrize(
    ("text", "kind", "contact"),
    [
        ("write to jane.doe+x@mail.bank.example.", "EMAIL", "jane.doe+x@mail.bank.example"),
        ("<müller@bänk.example>", "EMAIL", "müller@bänk.example"),
        ("root@localhost knows", "EMAIL", "root@localhost"),
        ("+49 151 23456789", "PHONE", "+49 151 23456789"),
        ("+44 (0)20 7946 0958", "PHONE", "+44 (0)20 7946 0958"),
        ("0033 1 42 68 53 00", "PHONE", "0033 1 42 68 53 00"),
        ("020 7946 0958", "PHONE", "020 7946 0958"),
        ("(212) 555-0175", "PHONE", "(212) 555-0175"),
        ("Tel: 4471 2290", "PHONE", "4471 2290"),
        ("from 10.20.33.7", "IP", "10.20.33.7"),
        ("on 2001:db8::8a2e:370:7334", "IP", "2001:db8::8a2e:370:7334"),
    ],
)
def test_an_address_or_a_number_is_found(text: str, kind: str, contact: str) -> None:
    assert found(text) == [(kind, contact)]


@pytest.mark.parametrize(
    "text",
    [
        "section 10.2.1.3 and control 3.2.1.4",
        "from 09:30:15 to 17:00",
        "ECLI:EU:C:2014:317",
        "on 01-02-2026 or 2026-11-20",
        "EUR 600 000 0000 of 2 000 000 at 0.5 %",
        "Regulation (EU) 2024/1689, 0.31 and 10^25",
        "price @ 101.2",
        "300.400.500.600",
    ],
)
def test_what_only_looks_alike_is_none(text: str) -> None:
    assert found(text) == []
