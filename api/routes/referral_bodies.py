"""The bodies of the routes of the loop, and their examples. What an event may hold is checked by the loop."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

_UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
Way = Literal["phone", "slip", "form", "other"]


class ConsentBody(BaseModel):
    """What the person agreed to, aloud."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    scope: Literal["need", "facts", "contact"]
    language: str = Field(max_length=3)
    month: str = Field(max_length=7, description="AAAA-MM")


class MadeBody(BaseModel):
    """A referral; `way` sends it at once, `instead_of` names the one it takes over from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str | None = Field(
        default=None, pattern=_UUID, description="made by the client: sent twice, it is one"
    )
    need: str = Field(max_length=120)
    place: str | None = Field(default=None, max_length=120)
    sender: str = Field(max_length=120)
    receiver: str | None = Field(default=None, max_length=120)
    service: str | None = Field(default=None, max_length=120)
    receiver_text: str | None = Field(default=None, max_length=1000, description="not in the directory")
    focal_point: bool = False
    country: str | None = Field(default=None, max_length=2)
    priority: Literal["emergency", "urgent", "normal"] = "normal"
    groups: list[str] | None = Field(default=None, max_length=50)
    person: str | None = Field(
        default=None, pattern=_UUID, description="links inside one sender; never leaves"
    )
    consent: ConsentBody | None = None
    way: Way | None = None
    on: str | None = Field(default=None, max_length=10)
    at: str | None = Field(default=None, max_length=30)
    instead_of: str | None = Field(default=None, pattern=_UUID)

    def args(self) -> dict[str, Any]:
        """Return what the making says; what was not said is left out."""
        beside = {"id", "way", "on", "at", "instead_of"}
        return self.model_dump(exclude=beside, exclude_none=True)


class StepBody(BaseModel):
    """One step: who says it is who asks, the day is today unless it says another."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=_UUID, description="made by the client: sent twice, it is one")
    kind: str = Field(max_length=40)
    on: str | None = Field(default=None, max_length=10)
    at: str | None = Field(default=None, max_length=30)
    args: dict[str, Any] = Field(default={})


class CheckBody(BaseModel):
    """What a telephone call told of a service."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str | None = Field(default=None, pattern=_UUID)
    status: Literal["open", "full", "closed", "no_answer"]
    places: int | None = None
    until: str | None = Field(default=None, max_length=10)
    note: str | None = Field(default=None, max_length=4000)
    on: str | None = Field(default=None, max_length=10)


class FunctionBody(BaseModel):
    """A function reachable at night: never a person's name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str = Field(max_length=1000)
    organisation: str | None = Field(default=None, max_length=120)
    phone: str | None = Field(default=None, max_length=200)
    hours: str | None = Field(default=None, max_length=1000)


class TonightBody(BaseModel):
    """The whole list; it replaces the former one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str | None = Field(default=None, pattern=_UUID)
    functions: list[FunctionBody] = Field(max_length=100)


class DeadlinesBody(BaseModel):
    """Hours by priority."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str | None = Field(default=None, pattern=_UUID)
    emergency: int
    urgent: int
    normal: int


_ID = "0b0f1c52-7d1a-4f55-9d0c-222222222222"
MADE_SAMPLE = {
    "id": _ID,
    "need": "hebergement",
    "place": "gao",
    "sender": "aracem",
    "service": "maison-du-migrant-gao--hebergement-1",
    "priority": "urgent",
    "consent": {"scope": "need", "language": "bm", "month": "2026-11"},
    "way": "phone",
}
STEP_SAMPLE = {
    "id": "0b0f1c52-7d1a-4f55-9d0c-333333333333",
    "kind": "declined",
    "args": {"reason": "no_capacity"},
}
BATCH: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["events"],
    "properties": {"events": {"type": "array", "items": {"type": "object"}}},
}
BATCH_SAMPLE = {"events": [{**STEP_SAMPLE, "subject": _ID, "on": "2026-11-23"}]}
CHECK_SAMPLE = {"status": "full", "until": "2026-12-01"}
TONIGHT_SAMPLE = {
    "functions": [
        {"label": "permanence", "organisation": "aracem", "phone": "+223 00 00 00 00", "hours": "20 h - 6 h"}
    ]
}
DEADLINES_SAMPLE = {"emergency": 24, "urgent": 72, "normal": 336}
