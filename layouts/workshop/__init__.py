"""The workshop pack: what a trainer prints once and photocopies."""

from layouts.workshop.pack import PackSituation, check_participants, pack_sheets

__all__ = ["PackSituation", "check_participants", "pack_sheets"]
