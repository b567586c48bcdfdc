import pytest

from copilot.agent.masking.accounts import accounts, long_numbers


def found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in (*accounts(text), *long_numbers(text))]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("from DE89 3704 0044 0532 0130 00 and then on", "DE89 3704 0044 0532 0130 00"),
        ("to gb29nwbk60161331926819", "gb29nwbk60161331926819"),
        ("DE89 3704 0044 0532 0130 01 has a digit wrong", "DE89 3704 0044 0532 0130 01"),
        ("card 4111-1111-1111-1111", "4111-1111-1111-1111"),
        ("Account number: 12345678", "12345678"),
        ("acct. no. 4471-22-908", "4471-22-908"),
        ("client C 88213", "C 88213"),
        ("it went to 90817263544", "90817263544"),
        ("536-90-4399", "536-90-4399"),
        ("756.9217.0769.85", "756.9217.0769.85"),
        ("RCCMNL83S18D969H", "RCCMNL83S18D969H"),
        ("54362315K", "54362315K"),
        ("AB 12 34 56 C", "AB 12 34 56 C"),
    ],
)
def test_a_number_of_an_account_or_a_person_is_found(text: str, number: str) -> None:
    assert number in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "the card 4111 1111 1111 1112 is one digit off",
        "ISIN US0378331005 and DE0005140008",
        "LEI 5493001KJTIIGC8Y1R12, BIC DEUTDEFF",
        "CELEX 32024R1689 and 02014R0596-20241204",
        "ECLI:EU:C:2012:397",
        "Regulation (EU) 2024/1689, No 575/2013",
        "EUR 35000000, €15,000,000, 35 000 000 and 10000000",
        "20261120, 2026-11-20 and 20.11.2026",
        "the client account 2026-11-20",
        "employees: 620; customers 12",
        "Article 26(6), section 6.4, Annex A.6.2.4",
    ],
)
def test_a_number_of_the_law_or_of_the_public_is_none(text: str) -> None:
    assert found(text) == []
