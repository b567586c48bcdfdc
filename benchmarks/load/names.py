"""What the measurement and those who ask call things by."""

FIRST, WHOLE = "first verified sentence", "whole answer"
KEYS, QUESTIONS, ACKNOWLEDGED = "LOAD_KEYS", "LOAD_QUESTIONS", "LOAD_ACKNOWLEDGED"
