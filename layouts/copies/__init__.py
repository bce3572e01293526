"""Copies of one sheet for the family and for the trainer: to colour, to redraw, to fill in, to guess."""

from layouts.copies.answers import answer_sheets
from layouts.copies.blank import blank_sheet
from layouts.copies.exercise import exercise_sheets
from layouts.copies.language_pack import LanguagePack, packaged_text, packaged_words, read_words
from layouts.copies.outline import outline_sheet
from layouts.copies.redraw import redraw_sheets

__all__ = [
    "LanguagePack",
    "answer_sheets",
    "blank_sheet",
    "exercise_sheets",
    "outline_sheet",
    "packaged_text",
    "packaged_words",
    "read_words",
    "redraw_sheets",
]
