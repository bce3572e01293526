"""The individual sociogenogram: homes and their people in the middle, services around, arrows between."""

from layouts.individual.individual import individual_positions, individual_sheet
from layouts.individual.settings import SheetSettings

__all__ = ["SheetSettings", "individual_positions", "individual_sheet"]
