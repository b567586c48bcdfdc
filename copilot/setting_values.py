"""Kinds of values that settings take, and what is wrong with one that is not of its kind."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, HttpUrl, SecretStr

from copilot.loopback import is_loopback


def _bare(url: HttpUrl) -> HttpUrl:
    if url.username or url.password or url.query or url.fragment:
        raise ValueError("an address only, without a user, a password, a query or a fragment")
    return url


def _fits_a_header(secret: SecretStr) -> SecretStr:
    text = secret.get_secret_value()
    if not text or not all("!" <= letter <= "~" for letter in text):
        raise ValueError("it is empty, or holds a space, a line break or a letter beyond ASCII")
    return secret


def _listed(value: object) -> object:
    """Several values in one text, between commas."""
    if isinstance(value, str):
        return tuple(part for part in (each.strip() for each in value.split(",")) if part)
    return value


def _origin(text: str) -> str:
    if not re.fullmatch(r"https?://[^/?#@\s*]+", text):
        raise ValueError("an origin is like `https://portal.example`, without a path")
    return text


def _issuer(text: str) -> str:
    """An issuer's name, to the letter as its tokens give it: as an address it could gain a slash at its end."""
    address = _bare(HttpUrl(text))
    if address.scheme != "https" and not is_loopback(address.host or ""):
        raise ValueError("an issuer of tokens has to be reached over https")
    return text


ServerUrl = Annotated[HttpUrl, AfterValidator(_bare)]
Token = Annotated[SecretStr, AfterValidator(_fits_a_header)]
Issuer = Annotated[str, AfterValidator(_issuer)]
Origin = Annotated[str, AfterValidator(_origin)]
Origins = Annotated[tuple[Origin, ...], BeforeValidator(_listed)]
