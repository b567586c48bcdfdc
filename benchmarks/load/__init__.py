"""Measures the service under load: many answers streamed at once, to the first verified sentence and to the end."""
