from random import Random

from copilot.records.keys.token import Token


def test_a_token_reads_back_as_it_was_made() -> None:
    token = Token.new("key", Random(1).randbytes)

    assert Token.read(token.text) == token
    assert token.text.startswith(f"cpk_{token.id}_")
    assert len(bytes.fromhex(token.secret)) * 8 == 256


def test_only_the_hash_of_the_secret_is_kept_and_it_fits_no_other() -> None:
    mine, other = (Token.new("session", Random(seed).randbytes) for seed in (1, 2))

    assert mine.fits(mine.hash)
    assert not other.fits(mine.hash)
    assert mine.secret not in mine.hash
    assert mine.secret not in repr(mine)
