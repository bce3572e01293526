"""How readable a finished sheet is: measured from what is drawn, one grade in words."""

from layouts.readability.report import Readability, readability

__all__ = ["Readability", "readability"]
