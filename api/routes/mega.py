"""GET /mega.{format}: the network of the directory as its viewer sees it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from api.routes.answers import PROBLEMS
from api.routes.picture_parameters import PathFormat, picture_answer, picture_options
from api.state import state_of
from api.use_cases.pictures import PictureOptions, network_sheet, printed
from sociogram.directory.version import directory_version

router = APIRouter(tags=["pictures"])


@router.get("/mega.{form}", responses=PROBLEMS)
def mega(
    request: Request, form: PathFormat, options: Annotated[PictureOptions, Depends(picture_options)]
) -> Response:
    """Draw the network, in the palette and on the paper asked."""
    state = state_of(request)
    directory = state.directory()
    key = ("mega", directory_version(directory), options, form)
    drawn = state.pictures.get(key, lambda: printed(network_sheet(directory, options), form))
    return picture_answer(drawn, form, "reseau" if options.lang == "fr" else "network")
