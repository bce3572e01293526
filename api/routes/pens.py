"""GET /pens: the browser's only source of the code of the five pens."""

from fastapi import APIRouter, Request, Response

from api.routes.answers import answer, example
from api.state import lang_of
from colour_codes.pens_document import pens_document

router = APIRouter(tags=["pens"])


@router.get("/pens", responses=example({"pens": [], "table": []}, "Sides, pens, table, palettes, legend."))
def pens(request: Request) -> Response:
    """Sides, pens, the table, palettes, symbols, legend."""
    return answer(pens_document(lang_of(request)))
