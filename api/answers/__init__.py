"""Answers on their way to a person: made in threads, handed over event by event."""

from api.answers.desk import Desk

__all__ = ["Desk"]
