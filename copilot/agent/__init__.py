"""The agent: a model with tools whose every sentence is held against its sources before a person sees it.

``answering`` is the way in, ``conversation`` and ``events`` what goes in and comes out, ``speaker`` the choice of a
model; ``intake`` reads descriptions. Nothing is imported here: LangChain takes a second, and intake needs none of it.
"""

__all__: list[str] = []
