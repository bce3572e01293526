"""One situation as a file: the picture of its sheet, a slide to go on with, or a graph for other tools."""

from pathlib import Path
from typing import Literal, get_args

from api.use_cases.pictures import PictureOptions, situation_sheet, situation_story, staging_of
from api.use_cases.printing import MEDIA, Format, printed, printed_slide, tiles_are_pdf
from layouts.editable import GraphSettings, write_dot, write_graphml
from sociogram.directory.directory import Directory
from sociogram.errors import BadInput, bad_input
from sociogram.situation.situation import Situation

OtherFormat = Literal["pptx", "graphml", "dot"]
DrawingFormat = Literal[Format, OtherFormat]
STORIED: tuple[DrawingFormat, ...] = ("pdf", "graphml")
"""The formats the numbered story can be added to."""
GRAPHS: tuple[DrawingFormat, ...] = ("graphml", "dot")
"""The formats that have no places."""
_WRITERS = {"graphml": write_graphml, "dot": write_dot}


def other_format(path: Path) -> OtherFormat | None:
    """Return the format, other than a picture's, that the file's ending asks for, if it asks for one."""
    ending = path.suffix.lower().lstrip(".")
    return next((form for form in get_args(OtherFormat) if form == ending), None)


def media_of(form: DrawingFormat) -> str:
    """Return the media type a file of this format is answered with."""
    if form == "pptx":
        return "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    if form == "graphml":
        return "application/graphml+xml"
    return "text/vnd.graphviz" if form == "dot" else MEDIA[form]


def situation_file(
    situation: Situation,
    directory: Directory,
    options: PictureOptions,
    form: DrawingFormat,
    *,
    story: bool = False,
) -> bytes:
    """Return the situation in one format; `story` adds the numbered story where the format can hold it."""
    if form == "graphml" or form == "dot":
        asked = {"paper": options.paper != "auto", "engine": options.engine, "tiles": options.tiles}
        for option in (name for name, value in asked.items() if value):
            raise no_places_in_graphs(option)
        settings = GraphSettings(options.palette, options.plain, options.titled, told=story)
        return _WRITERS[form](staging_of(situation, directory, options), settings).encode()
    if form == "pptx":
        if options.tiles:
            raise tiles_are_pdf()
        return printed_slide(situation_sheet(situation, directory, options))
    pages = situation_story(situation, directory, options) if story and form == "pdf" else ()
    return printed(situation_sheet(situation, directory, options), form, pages, options.tiles)


def no_places_in_graphs(option: str) -> BadInput:
    """The refusal of an option that speaks of places or paper, for a file that has none."""
    return bad_input(
        "graph_has_no_places",
        fr="un graphe n'a ni papier ni places.",
        en="a graph has no paper and no places.",
        remedy_fr="Enlever cette option, ou choisir une feuille (.svg, .pdf, .png, .pptx).",
        remedy_en="Leave this option out, or choose a sheet (.svg, .pdf, .png, .pptx).",
        field=option,
    )
