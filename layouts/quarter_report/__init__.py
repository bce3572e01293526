"""The page of a quarter or a semester, set by typst."""

from layouts.quarter_report.printing import write_report

__all__ = ["write_report"]
