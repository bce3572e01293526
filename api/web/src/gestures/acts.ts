/**
 * The acts: what one does on a sheet, made into gestures and the texts they name. Pure: nothing is judged or applied here.
 * Coordinates are millimetres on the sheet; gestures hold hundredths. All gestures of one act carry one instant, so that
 * undo takes an act back whole, even after the page was opened again.
 */
import type { Lang } from "../api/types";
import type { AnyGesture, ChangedFields, Gender, HomeMark, KinshipKind, ActivationStatus, Position } from "../model/gestures";
import type { SituationDocument } from "../model/situation";
import { uuid } from "../model/uuid";
import type { Texts } from "./fold";
import { stripped } from "./text";

/** `known`: organisations of the directory that the act itself brings in; an arrow may end there. */
export interface Change {
  gestures: AnyGesture[];
  texts: Texts;
  known?: readonly string[];
}

/** A change, and the id of the element it adds. */
export interface Made extends Change {
  id: string;
}

/** Who acts, and where instants and ids come from. `now` is RFC 3339 UTC and never gives the same instant twice. */
export interface Maker {
  by: string;
  now(): string;
  uuid(): string;
  lang: Lang;
}

export type Point = readonly [number, number];
type Kind = AnyGesture["kind"];
type Args<K extends Kind> = Extract<AnyGesture, { kind: K }>["args"];

export interface PersonFields {
  at: Point;
  label?: string;
  household?: string;
  home_mark?: HomeMark;
  gender?: Gender;
}
export interface ProfessionalFields {
  at: Point;
  role?: string;
  organisation?: string;
  organisationText?: string;
}
export interface ArrowFields {
  activator: string;
  activated: string;
  status?: ActivationStatus;
  label?: string;
  when?: string;
  said_by?: string;
  referral?: boolean | string;
}

/** The fields of an element that are words of people. */
const WORDS: ReadonlySet<string> = new Set(["label", "age_band", "place", "role", "organisation_text", "source"]);
const LIMIT = 1_000_000;

/** A maker on the clock and the random numbers of this machine. */
export function makerOf(by: string, lang: Lang): Maker {
  let last = 0;
  const now = (): string => {
    last = Math.max(Date.now(), last + 1);
    return new Date(last).toISOString();
  };
  return { by, lang, now, uuid };
}

export function addPerson(m: Maker, { at, label, household, home_mark, gender }: PersonFields): Made {
  const act = new Act(m);
  const id = m.uuid();
  act.add("add_person", { id, ...act.words({ label }), ...given({ home_mark, gender }) });
  if (household !== undefined) act.add("move_in", { id: m.uuid(), person: id, household });
  return { ...act.placed(id, at), id };
}

export function addProfessional(m: Maker, fields: ProfessionalFields): Made {
  const act = new Act(m);
  const id = m.uuid();
  const { at, role, organisation, organisationText } = fields;
  act.add("add_professional", { id, ...act.words({ role, organisation_text: organisationText }), ...given({ organisation }) });
  return { ...act.placed(id, at), id };
}

export function addInstitution(m: Maker, { at, label }: { at: Point; label?: string }): Made {
  const act = new Act(m);
  const id = m.uuid();
  act.add("add_institution", { id, ...act.words({ label }) });
  return { ...act.placed(id, at), id };
}

export function addHousehold(m: Maker, { at, label, housedBy }: { at: Point; label?: string; housedBy?: string }): Made {
  const act = new Act(m);
  const id = m.uuid();
  act.add("add_household", { id, ...act.words({ label }), ...given({ housed_by: housedBy }) });
  return { ...act.placed(id, at), id };
}

/** A figure whose side nobody has said yet: grey pencil, without arrows. */
export function addUndecided(m: Maker, { at, label }: { at: Point; label?: string }): Made {
  const act = new Act(m);
  const id = m.uuid();
  act.add("add_undecided", { id, ...act.words({ label }) });
  return { ...act.placed(id, at), id };
}

/** Put a building of the directory on the sheet. It is in the document once something names it; see `Journal.waiting`. */
export function placeOrganisation(m: Maker, { organisation, at }: { organisation: string; at: Point }): Made {
  return { ...new Act(m).placed(organisation, at), id: organisation, known: [organisation] };
}

export function drawArrow(m: Maker, fields: ArrowFields): Made {
  const act = new Act(m);
  const id = m.uuid();
  const { activator, activated, label, status, when, said_by, referral } = fields;
  act.add("draw", { id, activator, activated, ...act.words({ label }), ...given({ status, when, said_by, referral }) });
  return { ...act.done(), id };
}

export function redirect(m: Maker, { id, activator, activated }: { id: string; activator?: string; activated?: string }): Change {
  return new Act(m).add("redirect", { id, ...given({ activator, activated }) }).done();
}

export function link(m: Maker, fields: { a: string; b: string; kind: KinshipKind; label?: string; since?: string; until?: string }): Made {
  const act = new Act(m);
  const id = m.uuid();
  const { a, b, kind, label, since, until } = fields;
  act.add("link", { id, a, b, kind, ...act.words({ label }), ...given({ since, until }) });
  return { ...act.done(), id };
}

/**
 * Let a person live in this home only (null: in none). With a date the former home stays as a dated line; without one the
 * former home was a mistake of the drawing and leaves.
 */
export function settle(
  m: Maker,
  document: SituationDocument,
  { person, household, on }: { person: string; household: string | null; on?: string },
): Change {
  const act = new Act(m);
  const standing = document.memberships.filter((one) => one.person === person && one.until === null);
  for (const one of standing.filter((stay) => stay.household !== household)) {
    if (on === undefined) act.add("remove", { id: one.id });
    else act.add("move_out", { id: one.id, until: on });
  }
  if (household !== null && !standing.some((one) => one.household === household))
    act.add("move_in", { id: m.uuid(), person, household, ...given({ since: on }) });
  return act.done();
}

export function place(m: Maker, at: Readonly<Record<string, Point>>): Change {
  return new Act(m).add("place", { at: Object.fromEntries(Object.entries(at).map(([id, point]) => [id, hundredths(point)])) }).done();
}

/** Change fields of an element; words are given plainly, null or "" clears. */
export function change(m: Maker, id: string, fields: Readonly<Record<string, unknown>>): Change {
  const act = new Act(m);
  const set = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, WORDS.has(field) && typeof value === "string" ? act.text(value) : value]),
  );
  return act.add("change", { id, set: set as ChangedFields }).done();
}

/** With arrows at the figure, `approved` says that the new pens were shown and accepted (E07). */
export function changeSide(m: Maker, id: string, side: "living" | "working", approved = false): Change {
  return new Act(m).add("change_side", { id, side, ...(approved ? { approved } : {}) }).done();
}

export function agree(m: Maker, id: string, yes: boolean): Change {
  return new Act(m).add("agree", { id, agreed: yes }).done();
}

/** Take off the sheet; undo brings it back. `withdraw` is for ever. */
export function remove(m: Maker, id: string): Change {
  return new Act(m).add("remove", { id }).done();
}

export function withdraw(m: Maker, id: string): Change {
  return new Act(m).add("withdraw", { id }).done();
}

/** Say something of the whole sheet; words plainly, null or "" clears. */
export function describe(
  m: Maker,
  fields: { title?: string | null; notice?: string | null; place?: string | null; fictional?: boolean; sensitivity?: Args<"describe">["sensitivity"] },
): Change {
  const act = new Act(m);
  const args = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, typeof value === "string" && field !== "sensitivity" ? act.text(value) : value]),
  );
  return act.add("describe", args as Args<"describe">).done();
}

/** Undo, or redo, these gestures, the last first. */
export function undo(m: Maker, ids: readonly string[]): Change {
  const act = new Act(m);
  for (const id of [...ids].reverse()) act.add("undo", { undoes: id });
  return act.done();
}

/** Several changes made one act: one step of undo, accepted or refused whole. */
export function join(...changes: readonly Change[]): Change {
  const at = changes[0]?.gestures[0]?.at;
  return {
    gestures: changes.flatMap((one) => one.gestures).map((gesture) => (at === undefined ? gesture : { ...gesture, at })),
    texts: Object.assign({}, ...changes.map((one) => one.texts)) as Texts,
    known: changes.flatMap((one) => one.known ?? []),
  };
}

/** The gestures of one act while they are made. */
class Act {
  private readonly gestures: AnyGesture[] = [];
  private readonly texts: Record<string, { fr?: string; en?: string }> = {};
  private readonly at: string;

  constructor(private readonly maker: Maker) {
    this.at = maker.now();
  }

  add<K extends Kind>(kind: K, args: Args<K>): this {
    this.gestures.push({ id: this.maker.uuid(), v: 1, kind, at: this.at, by: this.maker.by, args } as unknown as AnyGesture);
    return this;
  }

  /** The id of a new text in the maker's language; null for nothing. */
  text(words: string): string | null {
    const kept = stripped(words).trim();
    if (!kept && !words.trim()) return null;
    const id = this.maker.uuid();
    this.texts[id] = { [this.maker.lang]: kept };
    return id;
  }

  /** The fields that were said, each as the id of its text. */
  words(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
    const made: Record<string, string> = {};
    for (const [field, words] of Object.entries(fields)) {
      const id = words === undefined ? null : this.text(words);
      if (id !== null) made[field] = id;
    }
    return made;
  }

  placed(id: string, at: Point): Change {
    return this.add("place", { at: { [id]: hundredths(at) } }).done();
  }

  done(): Change {
    return { gestures: this.gestures, texts: this.texts };
  }
}

/** Millimetres as gestures hold them. */
export function hundredths([x, y]: Point): Position {
  const bounded = (mm: number): number => Math.max(-LIMIT, Math.min(LIMIT, Math.round(mm * 100))) || 0;
  return [bounded(x), bounded(y)];
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that were given. */
function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
