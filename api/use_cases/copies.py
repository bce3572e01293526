"""The copies of one sheet, the poster of the legend, the pack of a workshop: from a situation to Sheets."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args

from api.use_cases.pictures import PictureOptions, situation_sheet, staging_of
from api.use_cases.printing import Format, printed
from colour_codes.palettes import Palette
from layouts.copies import (
    LanguagePack,
    answer_sheets,
    blank_sheet,
    exercise_sheets,
    outline_sheet,
    packaged_words,
    read_words,
    redraw_sheets,
)
from layouts.copies.framing import Shown
from layouts.copies.pages import numbered
from layouts.sheet import Sheet
from layouts.workshop import PackSituation, check_participants, pack_sheets
from sociogram.dates import parse_date
from sociogram.directory.directory import Directory
from sociogram.directory.packaged import packaged_public_directory, packaged_situations
from sociogram.errors import BadInput, bad_input
from sociogram.language import Lang
from sociogram.situation.own import OwnSituation, read_situation_file
from sociogram.situation.plain_gestures import situation_of_plain
from sociogram.situation.situation import Situation

Copy = Literal["outline", "redraw", "blank", "exercise", "answers"]
COPIES: tuple[Copy, ...] = get_args(Copy)
EXERCISES = (
    ("sit-01-gao-transit.json", "2020-11"),
    ("sit-02-atc-carnet.json", None),
    ("sit-03-retour-attente.json", None),
)
"""The packaged situations of the three exercises, and the date until which each is told."""
COLOURING = "sit-01-gao-transit.json"
DRAWINGS = len(EXERCISES) + 1


def words_in_use(lang: Lang, path: str | None) -> LanguagePack:
    """Return the words of a language, or those a trainer wrote at `path`. BadInput names file and key."""
    return packaged_words(lang) if path is None else read_words(Path(path), lang)


def situation_copy(
    situation: Situation, directory: Directory, options: PictureOptions, copy: Copy, words: LanguagePack
) -> tuple[Sheet, ...]:
    """Return one copy of the sheet of a situation, page by page; several pages carry their numbers."""
    sheets = _copy(situation, directory, options, copy, words)
    return numbered(sheets, words) if len(sheets) > 1 else sheets


def _copy(
    situation: Situation, directory: Directory, options: PictureOptions, copy: Copy, words: LanguagePack
) -> tuple[Sheet, ...]:
    if copy == "blank":
        return (blank_sheet(words, palette=options.palette, paper=options.paper, plain=options.plain),)
    staging = staging_of(situation, directory, options)
    shown = Shown(options.plain, options.symbols)
    if copy == "redraw":
        drawn = situation_sheet(situation, directory, replace(options, paper="auto"))
        return redraw_sheets(
            staging, drawn, words, palette=options.palette, paper=options.paper, plain=options.plain
        )
    if copy == "outline":
        black = situation_sheet(situation, directory, replace(options, palette=Palette.MONO))
        return (outline_sheet(staging, black, words, shown),)
    if options.plain:
        raise numbers_needed()
    drawn = situation_sheet(situation, directory, options)
    return (exercise_sheets if copy == "exercise" else answer_sheets)(staging, drawn, words, shown)


def numbers_needed() -> BadInput:
    """The refusal of an exercise on a sheet without numbers."""
    return bad_input(
        "numbers_needed",
        fr="un exercice et ses réponses nomment les flèches par leur numéro.",
        en="an exercise and its answers name the arrows by their number.",
        remedy_fr="Retirer --plain.",
        remedy_en="Take out --plain.",
        field="--plain",
    )


def workshop_pack(
    words: LanguagePack, participants: int, palette: Palette, done: Callable[[], None] = lambda: None
) -> tuple[Sheet, ...]:
    """Return the pages of a workshop pack, made from the packaged fictional situations.

    `done` is called after each of the DRAWINGS.
    """
    check_participants(participants)
    exercises = []
    for name, until in EXERCISES:
        exercises.append(_packed(name, until, words.lang, palette))
        done()
    colouring = _packed(COLOURING, None, words.lang, Palette.MONO)
    done()
    return pack_sheets(exercises, colouring, words, participants=participants, palette=palette)


def _packed(name: str, until: str | None, lang: Lang, palette: Palette) -> PackSituation:
    file = read_situation_file(packaged_situations()[name], place=name, strict=True)
    if isinstance(file, OwnSituation):
        raise TypeError(f"{name} is a plain situation")
    situation, directory = situation_of_plain(file), packaged_public_directory()
    options = PictureOptions(
        lang=lang, palette=palette, paper="A4", until=parse_date(until) if until else None
    )
    return PackSituation(
        staging_of(situation, directory, options), situation_sheet(situation, directory, options)
    )


def copy_file(
    situation: Situation,
    directory: Directory,
    options: PictureOptions,
    copy: Copy,
    words: LanguagePack,
    form: str,
) -> bytes:
    """Return one copy in one format. BadInput when several pages are asked as a picture, or as a graph."""
    if form not in ("svg", "pdf", "png"):
        raise no_copy_in_graphs()
    sheets = situation_copy(situation, directory, options, copy, words)
    if len(sheets) > 1 and form != "pdf":
        raise several_pages()
    known: Format = "svg" if form == "svg" else "png" if form == "png" else "pdf"
    return printed(sheets[0], known, sheets[1:], options.tiles)


def no_copy_in_graphs() -> BadInput:
    """The refusal of a copy in a file that has no page."""
    return bad_input(
        "copy_is_a_picture",
        fr="une copie est une page : ce format n'en a pas.",
        en="a copy is a page: this format has none.",
        remedy_fr="Finir le nom du fichier par .pdf, .svg ou .png.",
        remedy_en="End the file name with .pdf, .svg or .png.",
        field="-o",
    )


def several_pages() -> BadInput:
    """The refusal of several pages in a picture of one."""
    return bad_input(
        "several_pages",
        fr="cette copie a plusieurs pages : seul un PDF les tient.",
        en="this copy has several pages: only a PDF can hold them.",
        remedy_fr="Finir le nom du fichier par .pdf.",
        remedy_en="End the file name with .pdf.",
        field="-o",
    )
