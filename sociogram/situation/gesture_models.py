"""The models of gestures, made from gestures.schema.json by tools/generate_gesture_models.py."""
# ruff: noqa

from typing import Annotated, Literal
from pydantic import Field
from sociogram.situation.strict_model import StrictModel
from typing_extensions import TypeAliasType
from sociogram.situation.gesture_values import (
    ActivationStatus,
    Coordinate,
    DateText,
    ElementId,
    Gender,
    GestureId,
    HomeMark,
    Instant,
    KinshipKind,
    Order,
    ReferralMark,
    Sensitivity,
    Statuses,
    TextId,
    ViewerId,
)


class Envelope(StrictModel):
    """What every gesture says: which, when, by whom."""

    id: GestureId
    v: Literal[1]
    at: Instant
    by: ViewerId


class DescribeArgs(StrictModel):
    fictional: bool | None = None
    sensitivity: Sensitivity | None = None
    title: TextId | None = None
    notice: TextId | None = None
    place: TextId | None = None


class Describe(Envelope):
    """Say something of the whole situation."""

    kind: Literal["describe"]
    args: DescribeArgs


class AddPersonArgs(StrictModel):
    id: ElementId
    label: TextId | None = None
    age_band: TextId | None = None
    status: Statuses | None = None
    gender: Gender | None = None
    birth: DateText | None = None
    death: DateText | None = None
    home_mark: HomeMark | None = None


class AddPerson(Envelope):
    """Somebody who lives, at home or in collective life."""

    kind: Literal["add_person"]
    args: AddPersonArgs


class AddHouseholdArgs(StrictModel):
    id: ElementId
    label: TextId | None = None
    place: TextId | None = None
    housed_by: ElementId | None = None


class AddHousehold(Envelope):
    """A lieu de vie."""

    kind: Literal["add_household"]
    args: AddHouseholdArgs


class AddProfessionalArgs(StrictModel):
    id: ElementId
    role: TextId | None = None
    organisation: ElementId | None = None
    organisation_text: TextId | None = None


class AddProfessional(Envelope):
    """Somebody who works, as a person or a function."""

    kind: Literal["add_professional"]
    args: AddProfessionalArgs


class AddInstitutionArgs(StrictModel):
    id: ElementId
    label: TextId | None = None


class AddInstitution(Envelope):
    """A building written by hand on this sheet."""

    kind: Literal["add_institution"]
    args: AddInstitutionArgs


class AddUndecidedArgs(StrictModel):
    id: ElementId
    label: TextId | None = None


class AddUndecided(Envelope):
    """A figure whose side nobody has said yet."""

    kind: Literal["add_undecided"]
    args: AddUndecidedArgs


class ChangedFields(StrictModel):
    """Fields of the element's own add, draw, link or move_in; null clears."""

    label: TextId | None = None
    age_band: TextId | None = None
    status: Annotated[
        Statuses | ActivationStatus | None,
        Field(description="Codes for a person, a status for an arrow; null clears."),
    ] = None
    gender: Gender | None = None
    birth: DateText | None = None
    death: DateText | None = None
    home_mark: HomeMark | None = None
    place: TextId | None = None
    housed_by: ElementId | None = None
    role: TextId | None = None
    organisation: ElementId | None = None
    organisation_text: TextId | None = None
    order: Order | None = None
    when: DateText | None = None
    said_by: ElementId | None = None
    referral: ReferralMark | None = None
    source: TextId | None = None
    kind: KinshipKind | None = None
    since: DateText | None = None
    until: DateText | None = None


class ChangeArgs(StrictModel):
    id: ElementId
    set: ChangedFields


class Change(Envelope):
    """Change fields of an element."""

    kind: Literal["change"]
    args: ChangeArgs


class ChangeSideArgs(StrictModel):
    id: ElementId
    side: Literal["living", "working"]
    approved: bool | None = None


class ChangeSide(Envelope):
    """Say on which side a figure stands; with arrows it must be approved (E07)."""

    kind: Literal["change_side"]
    args: ChangeSideArgs


class MoveInArgs(StrictModel):
    id: ElementId
    person: ElementId
    household: ElementId
    since: DateText | None = None
    until: DateText | None = None


class MoveIn(Envelope):
    """A person lives in a household."""

    kind: Literal["move_in"]
    args: MoveInArgs


class MoveOutArgs(StrictModel):
    id: ElementId
    until: DateText


class MoveOut(Envelope):
    """A person no longer lives in a household after this date."""

    kind: Literal["move_out"]
    args: MoveOutArgs


class DrawArgs(StrictModel):
    id: ElementId
    activator: ElementId
    activated: ElementId
    order: Order | None = None
    when: DateText | None = None
    label: TextId | None = None
    status: ActivationStatus | None = None
    said_by: ElementId | None = None
    referral: ReferralMark | None = None
    source: TextId | None = None


class Draw(Envelope):
    """Draw an arrow: activator puts activated to work."""

    kind: Literal["draw"]
    args: DrawArgs


class RedirectArgs(StrictModel):
    id: ElementId
    activator: ElementId | None = None
    activated: ElementId | None = None


class Redirect(Envelope):
    """Give an arrow another end."""

    kind: Literal["redirect"]
    args: RedirectArgs


class LinkArgs(StrictModel):
    id: ElementId
    a: ElementId
    b: ElementId
    kind: KinshipKind
    label: TextId | None = None
    since: DateText | None = None
    until: DateText | None = None


class Link(Envelope):
    """Join two figures by kinship."""

    kind: Literal["link"]
    args: LinkArgs


class AgreeArgs(StrictModel):
    id: ElementId
    agreed: bool


class Agree(Envelope):
    """The family agrees, or no longer agrees, to an element."""

    kind: Literal["agree"]
    args: AgreeArgs


class RemoveArgs(StrictModel):
    id: ElementId


class Remove(Envelope):
    """Remove an element with its arrows, links and memberships; can be undone."""

    kind: Literal["remove"]
    args: RemoveArgs


Position = TypeAliasType(
    "Position",
    Annotated[list[Coordinate], Field(description="[x, y]", max_length=2, min_length=2)],
)


class UndoArgs(StrictModel):
    undoes: GestureId


class Undo(Envelope):
    """Undo one of one's own gestures; undoing an undo is redo."""

    kind: Literal["undo"]
    args: UndoArgs


class WithdrawArgs(StrictModel):
    id: ElementId


class Withdraw(Envelope):
    """Take an element back for ever: the one gesture that rewrites history. It never stays in a log."""

    kind: Literal["withdraw"]
    args: WithdrawArgs


Places = TypeAliasType("Places", Annotated[dict[ElementId, Position], Field(max_length=2000, min_length=1)])


class PlaceArgs(StrictModel):
    at: Places


class Place(Envelope):
    """Record where figures stand (centres)."""

    kind: Literal["place"]
    args: PlaceArgs


AnyGesture = TypeAliasType(
    "AnyGesture",
    Annotated[
        Describe
        | AddPerson
        | AddHousehold
        | AddProfessional
        | AddInstitution
        | AddUndecided
        | Change
        | ChangeSide
        | MoveIn
        | MoveOut
        | Draw
        | Redirect
        | Link
        | Agree
        | Remove
        | Place
        | Undo
        | Withdraw,
        Field(
            description="Every change of a situation is one gesture; a situation is the fold of its gestures. The closed list of kinds, version 1.",
            discriminator="kind",
            title="AnyGesture",
        ),
    ],
)
