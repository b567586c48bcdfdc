from pydantic import JsonValue

from copilot.agent.intake.phrasebook import shipped_phrases
from copilot.rules.ai_act import system_from


def test_every_fact_that_a_phrase_proposes_can_be_told() -> None:
    for entry in shipped_phrases():
        for fact, value in (*entry.proposes, *entry.denied):
            topic, _, name = fact.partition(".")
            written: JsonValue = value if isinstance(value, bool) else list(value)
            system_from({topic: {name: written}}, "a phrase")


def test_every_entry_has_phrases() -> None:
    assert all(entry.phrases and entry.proposes for entry in shipped_phrases())
