"""The parameters every picture route shares, and how a picture is answered."""

from typing import Annotated

from fastapi import Query, Request, Response

from api.state import lang_of
from api.use_cases.drawings import DrawingFormat, media_of
from api.use_cases.pictures import PAPERS, PictureOptions
from api.use_cases.printing import Format, Tiles
from colour_codes.palettes import Palette
from layouts.graphviz import Engine
from layouts.symbols import SymbolSet
from sociogram.dates import parse_date
from sociogram.errors import bad_input

PathFormat = Format
PathDrawing = DrawingFormat
EngineParameter = Annotated[Engine | None, Query(description="places by Graphviz, for comparison")]
SymbolsParameter = Annotated[SymbolSet, Query(description="figures, or the signs of a genogram")]
Date = Annotated[str | None, Query(description="AAAA, AAAA-MM, AAAA-MM-JJ", max_length=10)]


def picture_options(
    request: Request,
    palette: Palette = Palette.WALL,
    paper: Annotated[str, Query(description=", ".join(PAPERS), max_length=8)] = "auto",
    plain: bool = False,
    titled: bool = False,
    date: Date = None,
    until: Date = None,
    seed: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0,
    tiles: Annotated[Tiles | None, Query(description="pdf: cut into pages of this paper to glue")] = None,
) -> PictureOptions:
    """Return the options asked, checked."""
    if paper not in PAPERS:
        raise unknown_paper()
    return PictureOptions(
        lang=lang_of(request),
        palette=palette,
        paper=paper,
        plain=plain,
        titled=titled,
        seed=seed,
        date=parse_date(date, field="date") if date else None,
        until=parse_date(until, field="until") if until else None,
        tiles=tiles,
    )


def unknown_paper() -> Exception:
    """The refusal of a paper we do not know."""
    return bad_input(
        "unknown_paper",
        fr="ce format de papier n'est pas connu.",
        en="this paper size is not known.",
        remedy_fr=f"Choisir parmi {', '.join(PAPERS)}.",
        remedy_en=f"Choose among {', '.join(PAPERS)}.",
        field="paper",
    )


def picture_answer(drawn: bytes, form: DrawingFormat, name: str) -> Response:
    """Return the picture under a neutral file name."""
    naming = f'inline; filename="{name}.{form}"'
    return Response(drawn, media_type=media_of(form), headers={"Content-Disposition": naming})
