/* The types of gestures, made from sociogram/situation/gestures.schema.json by tools/schema-types.mjs. */

/**
 * Every change of a situation is one gesture; a situation is the fold of its gestures. The closed list of kinds, version 1.
 */
export type AnyGesture =
  | Describe
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
  | Withdraw;
/**
 * Say something of the whole situation.
 */
export type Describe = Envelope & {
  kind: "describe";
  args: DescribeArgs;
};
/**
 * UUID made by the client, in lower case.
 */
export type GestureId = string;
/**
 * RFC 3339 instant in UTC, for display only: the order of the log is the truth.
 */
export type Instant = string;
/**
 * Who made the gesture.
 */
export type ViewerId = string;
export type Sensitivity = "public" | "prudence" | "restreint";
/**
 * Id of a text in the table of texts beside the gestures.
 */
export type TextId = string;
/**
 * Somebody who lives, at home or in collective life.
 */
export type AddPerson = Envelope & {
  kind: "add_person";
  args: AddPersonArgs;
};
/**
 * Id of an element of the situation, or of an organisation of the directory.
 */
export type ElementId = string;
/**
 * A code of the vocabulary.
 */
export type Code = string;
/**
 * Working notes as codes, never drawn.
 *
 * @maxItems 20
 */
export type Statuses = Code[];
export type Gender = "unspecified" | "woman" | "man" | "nonbinary" | "trans_woman" | "trans_man";
/**
 * A year, a month or a day (ISO 8601, reduced precision).
 */
export type DateText = string;
/**
 * none: sans lieu de vie; unsaid: ne se dit pas.
 */
export type HomeMark = "none" | "unsaid";
/**
 * A lieu de vie.
 */
export type AddHousehold = Envelope & {
  kind: "add_household";
  args: AddHouseholdArgs;
};
/**
 * Somebody who works, as a person or a function.
 */
export type AddProfessional = Envelope & {
  kind: "add_professional";
  args: AddProfessionalArgs;
};
/**
 * A building written by hand on this sheet.
 */
export type AddInstitution = Envelope & {
  kind: "add_institution";
  args: AddInstitutionArgs;
};
/**
 * A figure whose side nobody has said yet.
 */
export type AddUndecided = Envelope & {
  kind: "add_undecided";
  args: AddUndecidedArgs;
};
/**
 * Change fields of an element.
 */
export type Change = Envelope & {
  kind: "change";
  args: ChangeArgs;
};
export type ActivationStatus = "active" | "ended" | "wished";
/**
 * Place in the story.
 */
export type Order = number;
/**
 * Whether an arrow is a referral; an id says which one, and asks for two working ends and a month.
 */
export type ReferralMark = boolean | ReferralId;
/**
 * UUID of a referral, in lower case.
 */
export type ReferralId = string;
export type KinshipKind = "couple" | "filiation" | "foster" | "siblings" | "other" | "same_person";
/**
 * Say on which side a figure stands; with arrows it must be approved (E07).
 */
export type ChangeSide = Envelope & {
  kind: "change_side";
  args: ChangeSideArgs;
};
/**
 * A person lives in a household.
 */
export type MoveIn = Envelope & {
  kind: "move_in";
  args: MoveInArgs;
};
/**
 * A person no longer lives in a household after this date.
 */
export type MoveOut = Envelope & {
  kind: "move_out";
  args: MoveOutArgs;
};
/**
 * Draw an arrow: activator puts activated to work.
 */
export type Draw = Envelope & {
  kind: "draw";
  args: DrawArgs;
};
/**
 * Give an arrow another end.
 */
export type Redirect = Envelope & {
  kind: "redirect";
  args: RedirectArgs;
};
/**
 * Join two figures by kinship.
 */
export type Link = Envelope & {
  kind: "link";
  args: LinkArgs;
};
/**
 * The family agrees, or no longer agrees, to an element.
 */
export type Agree = Envelope & {
  kind: "agree";
  args: AgreeArgs;
};
/**
 * Remove an element with its arrows, links and memberships; can be undone.
 */
export type Remove = Envelope & {
  kind: "remove";
  args: RemoveArgs;
};
/**
 * Record where figures stand (centres).
 */
export type Place = Envelope & {
  kind: "place";
  args: PlaceArgs;
};
/**
 * [x, y]
 *
 * @minItems 2
 * @maxItems 2
 */
export type Position = [Coordinate, Coordinate];
/**
 * Hundredths of a millimetre.
 */
export type Coordinate = number;
/**
 * Undo one of one's own gestures; undoing an undo is redo.
 */
export type Undo = Envelope & {
  kind: "undo";
  args: UndoArgs;
};
/**
 * Take an element back for ever: the one gesture that rewrites history. It never stays in a log.
 */
export type Withdraw = Envelope & {
  kind: "withdraw";
  args: WithdrawArgs;
};

/**
 * What every gesture says: which, when, by whom.
 */
export interface Envelope {
  id: GestureId;
  v: 1;
  at: Instant;
  by: ViewerId;
}
export interface DescribeArgs {
  fictional?: boolean;
  sensitivity?: Sensitivity;
  title?: TextId | null;
  notice?: TextId | null;
  place?: TextId | null;
}
export interface AddPersonArgs {
  id: ElementId;
  label?: TextId | null;
  age_band?: TextId | null;
  status?: Statuses;
  gender?: Gender | null;
  birth?: DateText | null;
  death?: DateText | null;
  home_mark?: HomeMark | null;
}
export interface AddHouseholdArgs {
  id: ElementId;
  label?: TextId | null;
  place?: TextId | null;
  housed_by?: ElementId | null;
}
export interface AddProfessionalArgs {
  id: ElementId;
  role?: TextId | null;
  organisation?: ElementId | null;
  organisation_text?: TextId | null;
}
export interface AddInstitutionArgs {
  id: ElementId;
  label?: TextId | null;
}
export interface AddUndecidedArgs {
  id: ElementId;
  label?: TextId | null;
}
export interface ChangeArgs {
  id: ElementId;
  set: ChangedFields;
}
/**
 * Fields of the element's own add, draw, link or move_in; null clears.
 */
export interface ChangedFields {
  label?: TextId | null;
  age_band?: TextId | null;
  /**
   * Codes for a person, a status for an arrow; null clears.
   */
  status?: Statuses | ActivationStatus | null;
  gender?: Gender | null;
  birth?: DateText | null;
  death?: DateText | null;
  home_mark?: HomeMark | null;
  place?: TextId | null;
  housed_by?: ElementId | null;
  role?: TextId | null;
  organisation?: ElementId | null;
  organisation_text?: TextId | null;
  order?: Order;
  when?: DateText | null;
  said_by?: ElementId | null;
  referral?: ReferralMark | null;
  source?: TextId | null;
  kind?: KinshipKind;
  since?: DateText | null;
  until?: DateText | null;
}
export interface ChangeSideArgs {
  id: ElementId;
  side: "living" | "working";
  approved?: boolean;
}
export interface MoveInArgs {
  id: ElementId;
  person: ElementId;
  household: ElementId;
  since?: DateText | null;
  until?: DateText | null;
}
export interface MoveOutArgs {
  id: ElementId;
  until: DateText;
}
export interface DrawArgs {
  id: ElementId;
  activator: ElementId;
  activated: ElementId;
  order?: Order;
  when?: DateText | null;
  label?: TextId | null;
  status?: ActivationStatus;
  said_by?: ElementId | null;
  referral?: ReferralMark;
  source?: TextId | null;
}
export interface RedirectArgs {
  id: ElementId;
  activator?: ElementId;
  activated?: ElementId;
}
export interface LinkArgs {
  id: ElementId;
  a: ElementId;
  b: ElementId;
  kind: KinshipKind;
  label?: TextId | null;
  since?: DateText | null;
  until?: DateText | null;
}
export interface AgreeArgs {
  id: ElementId;
  agreed: boolean;
}
export interface RemoveArgs {
  id: ElementId;
}
export interface PlaceArgs {
  at: Places;
}
export interface Places {
  [k: string]: Position;
}
export interface UndoArgs {
  undoes: GestureId;
}
export interface WithdrawArgs {
  id: ElementId;
}
