"""The base of every model at a door: frozen, and closed to keys it does not know."""

from pydantic import BaseModel, ConfigDict


class StrictModel(BaseModel):
    """Unknown keys are refused, values are not converted (`"1"` is no number, `true` is no 1)."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
