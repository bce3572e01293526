"""GET /situations/{id}/sheet.{format} and /story: the drawing and the numbered story beside it."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from api.routes.answers import PROBLEMS, answer, example
from api.routes.picture_parameters import (
    EngineParameter,
    PathDrawing,
    SymbolsParameter,
    picture_answer,
    picture_options,
)
from api.state import lang_of, state_of
from api.use_cases.drawings import situation_file
from api.use_cases.pictures import PictureOptions, staging_of
from api.use_cases.stories import story_of
from sociogram.directory.version import directory_version
from sociogram.situation.digest import digest

router = APIRouter(prefix="/situations", tags=["pictures"])


@router.get("/{situation_id}/sheet.{form}", responses=PROBLEMS)
def sheet(
    request: Request,
    situation_id: str,
    form: PathDrawing,
    options: Annotated[PictureOptions, Depends(picture_options)],
    story: Annotated[bool, Query(description="pdf, graphml: add the numbered story")] = False,
    engine: EngineParameter = None,
    symbols: SymbolsParameter = "figures",
) -> Response:
    """Draw the situation as its owner's working sheet; `json` is the display list."""
    options = replace(options, engine=engine, symbols=symbols)
    state = state_of(request)
    situation = state.store_of(situation_id).situation(state.viewer, situation_id)
    directory = state.directory()
    key = ("sheet", situation.id, digest(situation), directory_version(directory), options, form, story)
    drawn = state.pictures.get(key, lambda: situation_file(situation, directory, options, form, story=story))
    return picture_answer(drawn, form, "feuille" if options.lang == "fr" else "sheet")


@router.get(
    "/{situation_id}/story",
    responses=PROBLEMS | example({"title": "", "date": "", "dates": [], "lines": []}, "The numbered story."),
)
def story(
    request: Request, situation_id: str, options: Annotated[PictureOptions, Depends(picture_options)]
) -> Response:
    """The story told by the arrows: number, date, passive sentence, working label."""
    state = state_of(request)
    situation = state.store_of(situation_id).situation(state.viewer, situation_id)
    staging = staging_of(situation, state.directory(), options)
    return answer(story_of(situation, staging, lang_of(request)))
