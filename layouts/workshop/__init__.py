"""The workshop pack: what a trainer prints once and photocopies."""

from layouts.workshop.pack import PackSituation, pack_sheets

__all__ = ["PackSituation", "pack_sheets"]
