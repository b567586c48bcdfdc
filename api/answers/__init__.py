"""Answers on their way to a person: made in threads, handed over event by event; and looked back at."""

from api.answers.desk import Desk, Happened, Waits
from api.answers.inquiry import Gone, Inquiry
from api.answers.looking_back import may_be_shown, own_answer
from api.answers.streaming import MEDIA_TYPE, AnswerStream, streamed

__all__ = [
    "MEDIA_TYPE",
    "AnswerStream",
    "Desk",
    "Gone",
    "Happened",
    "Inquiry",
    "Waits",
    "may_be_shown",
    "own_answer",
    "streamed",
]
