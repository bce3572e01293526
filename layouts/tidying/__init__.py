"""Tidy-up: placed things move within a limit, so that the sheet reads better; else nothing moves."""

from layouts.tidying.tidying import LARGEST, LEAST, MOST, Reading, Tidied, tidied

__all__ = ["LARGEST", "LEAST", "MOST", "Reading", "Tidied", "tidied"]
