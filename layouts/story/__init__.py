"""The numbered story of a sheet, as pages to print behind it."""

from layouts.story.pages import story_sheets

__all__ = ["story_sheets"]
