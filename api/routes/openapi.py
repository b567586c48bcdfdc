"""What the API takes and answers, for programs: to who may read the law, like all that is not open to strangers."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from api.dependencies import ReaderDep
from api.document import document_of

router = APIRouter(include_in_schema=False)


@router.get("/openapi.json")
def openapi(request: Request, _reader: ReaderDep) -> JSONResponse:
    """The description of the API, in OpenAPI."""
    return JSONResponse(document_of(request.app))
