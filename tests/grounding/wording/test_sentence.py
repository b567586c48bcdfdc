from copilot.grounding.wording import wording_of


def test_a_sentence_is_read_once_whatever_its_typography() -> None:
    wording = wording_of("Providers\u00a0shall light lamps, and keep logs.")

    assert wording.folded == "providers shall light lamps, and keep logs."
    assert wording.written.startswith("Providers shall")
    assert wording.actors == {"provider"}
    assert wording.stems_behind_last_comma == wording.stems[-2:]
    assert wording_of("One clause.").stems_behind_last_comma == ()
