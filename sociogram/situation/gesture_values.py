"""What gestures are made of, made from gestures.schema.json by tools/generate_gesture_models.py."""
# ruff: noqa

from typing import Annotated, Literal
from pydantic import Field
from typing_extensions import TypeAliasType


ElementId = TypeAliasType(
    "ElementId",
    Annotated[
        str,
        Field(
            description="Id of an element of the situation, or of an organisation of the directory.",
            pattern="^[\\p{L}\\p{M}\\p{N}_.:-]{1,80}$",
        ),
    ],
)


TextId = TypeAliasType(
    "TextId",
    Annotated[
        str,
        Field(
            description="Id of a text in the table of texts beside the gestures.",
            pattern="^[\\p{L}\\p{M}\\p{N}_.:-]{1,80}$",
        ),
    ],
)


GestureId = TypeAliasType(
    "GestureId",
    Annotated[
        str,
        Field(
            description="UUID made by the client, in lower case.",
            pattern="^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        ),
    ],
)


Instant = TypeAliasType(
    "Instant",
    Annotated[
        str,
        Field(
            description="RFC 3339 instant in UTC, for display only: the order of the log is the truth.",
            pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z$",
        ),
    ],
)


ViewerId = TypeAliasType(
    "ViewerId",
    Annotated[
        str,
        Field(
            description="Who made the gesture.",
            pattern="^[\\p{L}\\p{M}\\p{N}_.:@+-]{1,120}$",
        ),
    ],
)


DateText = TypeAliasType(
    "DateText",
    Annotated[
        str,
        Field(
            description="A year, a month or a day (ISO 8601, reduced precision).",
            pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        ),
    ],
)


Code = TypeAliasType(
    "Code",
    Annotated[
        str,
        Field(
            description="A code of the vocabulary.",
            pattern="^[\\p{L}\\p{M}\\p{N}_.:-]{1,80}$",
        ),
    ],
)


Order = TypeAliasType("Order", Annotated[int, Field(description="Place in the story.", ge=0, le=1000000)])


Gender = TypeAliasType(
    "Gender",
    Literal["unspecified", "woman", "man", "nonbinary", "trans_woman", "trans_man"],
)


HomeMark = TypeAliasType(
    "HomeMark",
    Annotated[
        Literal["none", "unsaid"],
        Field(description="none: sans lieu de vie; unsaid: ne se dit pas."),
    ],
)


ActivationStatus = TypeAliasType("ActivationStatus", Literal["active", "ended", "wished"])


KinshipKind = TypeAliasType(
    "KinshipKind",
    Literal["couple", "filiation", "foster", "siblings", "other", "same_person"],
)


Sensitivity = TypeAliasType("Sensitivity", Literal["public", "prudence", "restreint"])


ReferralId = TypeAliasType(
    "ReferralId",
    Annotated[
        str,
        Field(
            description="UUID of a referral, in lower case.",
            pattern="^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        ),
    ],
)


ReferralMark = TypeAliasType(
    "ReferralMark",
    Annotated[
        bool | ReferralId,
        Field(
            description="Whether an arrow is a referral; an id says which one, and asks for two working ends and a month."
        ),
    ],
)


Statuses = TypeAliasType(
    "Statuses",
    Annotated[
        list[Code],
        Field(description="Working notes as codes, never drawn.", max_length=20),
    ],
)


Coordinate = TypeAliasType(
    "Coordinate",
    Annotated[int, Field(description="Hundredths of a millimetre.", ge=-1000000, le=1000000)],
)
