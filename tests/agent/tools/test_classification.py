from tests.agent.tools.conftest import Gather, ids, result

RANKING = (
    "We use a tool of a vendor that ranks CVs of applicants for jobs at our bank. A recruiter decides."
)


def test_a_description_leads_to_a_class_with_what_it_was_read_off(call: Gather) -> None:
    found = call("classify_ai_system", description=RANKING)

    assert result(found).verdict.startswith(
        "on this description, read at its gravest: high-risk (Annex III, point 4(a))"
    )
    assert any("ranks CVs" in step.found for step in result(found).steps)
    assert "eu-ai-act/anx-3/4/a" in ids(found)
    assert result(found).open_questions


def test_a_chatbot_is_neither_prohibited_nor_high_risk_but_has_to_say_what_it_is(call: Gather) -> None:
    found = call("classify_ai_system", description="Our AI chatbot answers questions of retail customers.")

    assert result(found).verdict.startswith(
        "on this description, read at its gravest: neither prohibited nor high-risk, and transparency (Art. 50(1))"
    )
    assert "eu-ai-act/art-50/1" in ids(found)


def test_facts_that_are_told_count_beside_the_description(call: Gather) -> None:
    found = result(
        call("classify_ai_system", description=RANKING, facts={"scope": {"exclusively_defence": True}})
    )

    assert "out-of-scope" in found.verdict
