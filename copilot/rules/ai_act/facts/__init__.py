"""What is told of an AI system: facts of three values in topics, each with its question and its reason."""

from copilot.rules.ai_act.facts.listing import FACTS, Fact, answers_told, index_of
from copilot.rules.ai_act.facts.system import AISystem
from copilot.rules.ai_act.facts.topic import Topic

__all__ = ["FACTS", "AISystem", "Fact", "Topic", "answers_told", "index_of"]
