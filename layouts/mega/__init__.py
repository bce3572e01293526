"""The network of the directory's organisations, as one viewer sees it, on one sheet."""

from layouts.mega.sheet import mega_sheet

__all__ = ["mega_sheet"]
