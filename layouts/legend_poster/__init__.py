"""The legend as a poster: the five pens, the table of the arrows, the symbols, how an arrow is read."""

from layouts.legend_poster.poster import poster_sheet

__all__ = ["poster_sheet"]
