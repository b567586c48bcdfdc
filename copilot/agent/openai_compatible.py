"""A model behind an OpenAI-compatible endpoint (OpenAI, Azure, vLLM, Ollama, LM Studio), through langchain-openai.

What goes wrong there is translated here, once. The client itself asks a busy endpoint again, after as long as
that endpoint wants to be left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import openai
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from copilot.errors import ModelUnavailable
from copilot.settings import Settings

_NO_KEY = SecretStr("none")
_EXCERPT = 300


class OpenAICompatible(ChatOpenAI):
    """The chat model of one endpoint, whose errors are the copilot's own."""

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **options: Any,  # noqa: ANN401  # LangChain's signature
    ) -> Iterator[ChatGenerationChunk]:
        with self._translated():
            yield from super()._stream(messages, stop, run_manager, **options)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **options: Any,  # noqa: ANN401  # LangChain's signature
    ) -> ChatResult:
        with self._translated():
            return super()._generate(messages, stop, run_manager, **options)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        where = f"the model {self.model_name!r} at {self.openai_api_base}"
        try:
            yield
        except openai.APITimeoutError as error:
            raise ModelUnavailable(
                f"{where} says nothing for {self.request_timeout} seconds",
                remedy="Try again, or set COPILOT_MODEL_TIMEOUT higher.",
            ) from error
        except (openai.AuthenticationError, openai.PermissionDeniedError) as error:
            raise ModelUnavailable(
                f"{where} refuses the key", remedy="Set COPILOT_MODEL_KEY to a key that it takes."
            ) from error
        except openai.NotFoundError as error:
            raise ModelUnavailable(
                f"{where} is not there",
                remedy="Check COPILOT_MODEL, and that COPILOT_MODEL_URL is the base address, which often ends in /v1.",
            ) from error
        except openai.RateLimitError as error:
            raise ModelUnavailable(f"{where} is busy", remedy="Try again later.") from error
        except openai.APIStatusError as error:
            raise ModelUnavailable(
                f"{where} answers {error.status_code}",
                remedy="Look at the log of that server, or try again later.",
            ) from error
        except openai.APIConnectionError as error:
            raise ModelUnavailable(
                f"{where} cannot be reached, or broke off",
                remedy="Start it, or correct COPILOT_MODEL_URL.",
            ) from error
        except (openai.OpenAIError, ValueError, KeyError, TypeError) as error:
            raise ModelUnavailable(
                f"{where} answers what is no completion: {str(error)[:_EXCERPT]}",
                remedy="Check that COPILOT_MODEL_URL is the base address of an OpenAI-compatible endpoint.",
            ) from error


def openai_compatible(settings: Settings) -> OpenAICompatible:
    """The model that the settings name."""
    base = None if settings.model_url is None else str(settings.model_url).rstrip("/")
    return OpenAICompatible(
        model=settings.model,
        base_url=base,
        api_key=settings.model_key or _NO_KEY,
        timeout=settings.model_timeout,
        max_retries=settings.model_retries,
        stream_usage=True,
        temperature=0,
        use_responses_api=False,
    )
