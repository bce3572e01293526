"""GET /mega.{format}: the network of the directory as its viewer sees it, or their situations merged."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response

from api.routes.answers import PROBLEMS
from api.routes.picture_parameters import PathFormat, picture_answer, picture_options
from api.state import ServerState, state_of
from api.use_cases.megas import MegaOptions, Tiles, mega_picture
from api.use_cases.pictures import PictureOptions
from api.use_cases.printing import printed
from sociogram.directory.version import directory_version
from sociogram.mega.merged import LEAST
from sociogram.situation.digest import digest
from sociogram.situation.situation import Situation

router = APIRouter(tags=["pictures"])
Named = Annotated[str, Query(max_length=200)]
Several = Annotated[list[Named], Query(max_length=50)]


def mega_options(
    organisation: Several = [],  # noqa: B006
    place: Several = [],  # noqa: B006
    sector: Several = [],  # noqa: B006
    period: Annotated[str, Query(max_length=21, description="2021, 2021-06/2023, 2021/")] = "",
    group: Annotated[Tiles, Query(description="tiles by sector or place; auto: beyond 200")] = "auto",
    open_tiles: Annotated[list[Named], Query(alias="open", max_length=50)] = [],  # noqa: B006
    least: Annotated[int, Query(ge=2, le=100)] = LEAST,
) -> MegaOptions:
    """Return what is asked of the network."""
    return MegaOptions(
        tuple(organisation), tuple(place), tuple(sector), period, group, tuple(open_tiles), least
    )


@router.get("/mega.{form}", responses=PROBLEMS)
def mega(
    request: Request,
    form: PathFormat,
    options: Annotated[PictureOptions, Depends(picture_options)],
    asked: Annotated[MegaOptions, Depends(mega_options)],
    of: Annotated[Literal["directory", "situations"], Query(description="what is drawn")] = "directory",
    situation: Annotated[list[Named], Query(max_length=200, description="of these situations only")] = [],  # noqa: B006
) -> Response:
    """Draw the network, in the palette and on the paper asked."""
    state = state_of(request)
    directory = state.directory()
    merged = _situations(state, situation) if of == "situations" or situation else None
    read = None if merged is None else tuple((one.id, digest(one)) for one in merged)
    key = ("mega", directory_version(directory), options, asked, read, form)

    def draw() -> bytes:
        return printed(mega_picture(directory, options, asked, merged), form, tiles=options.tiles)

    drawn = state.pictures.get(key, draw)
    return picture_answer(drawn, form, "reseau" if options.lang == "fr" else "network")


def _situations(state: ServerState, named: list[str]) -> list[Situation]:
    """The situations named, or all the viewer has; one that is not theirs is as one that is not there."""
    ids = named or [summary.id for summary in state.situations()]
    return [state.store_of(one).situation(state.viewer, one) for one in ids]
