"""The HTTP service: the API and the page, over the library."""

from api.app import create_app

__all__ = ["create_app"]
