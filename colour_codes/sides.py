"""The two sides every figure of a sociogenogram stands on."""

from enum import StrEnum


class Side(StrEnum):
    """On which side a person, a home or a building stands.

    ``LIVING_TOGETHER``: those who live together, and the other persons who share collective life (black).
    ``WORKING_TOGETHER``: those who work together (green).
    ``UNDECIDED``: a draft only; drawn in pencil, carries no arrow.
    """

    LIVING_TOGETHER = "living"
    WORKING_TOGETHER = "working"
    UNDECIDED = "undecided"
