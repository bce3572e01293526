/**
 * The fold: from a list of gestures to the document they make. The twin of sociogram/situation/fold.py; both give the
 * same documents and digests for the vectors of tests/vectors/gestures. Tolerant: a gesture whose element vanished has
 * no effect.
 */
import type { AnyGesture } from "../model/gestures";
import type { Part, SituationDocument, Words } from "../model/situation";
import { Draft, FIGURES } from "./draft";
import { effective } from "./effective";
import type { Values } from "./fields";
import { finished } from "./finish";

/** The texts beside the gestures; a half that is missing is empty. */
export type Texts = Readonly<Record<string, Partial<Words>>>;

/** The gestures that add an element, and the part of the situation it joins. */
export const ADDS: ReadonlyMap<string, Part> = new Map([
  ["add_person", "persons"],
  ["add_household", "households"],
  ["add_professional", "professionals"],
  ["add_institution", "institutions"],
  ["add_undecided", "undecided"],
  ["move_in", "memberships"],
  ["draw", "activations"],
  ["link", "kinships"],
]);
const SIDES = { living: "persons", working: "professionals" } as const;

/** The document these gestures make, in their order; no gestures make an empty one. */
export function fold(id: string, gestures: readonly AnyGesture[], texts: Texts): SituationDocument {
  return finished(id, draftOf(gestures), texts);
}

/** The draft these gestures make; `apply` takes it further. */
export function draftOf(gestures: readonly AnyGesture[]): Draft {
  const draft = new Draft();
  const counts = effective(gestures);
  gestures.forEach((gesture, index) => apply(draft, gesture, counts[index]));
  return draft;
}

type Kind = AnyGesture["kind"];
type Args<K extends Kind> = Extract<AnyGesture, { kind: K }>["args"];

/** Apply one gesture that is no undo; one that does not count only declares its element. */
export function apply(draft: Draft, gesture: AnyGesture, counts = true): void {
  if (ADDS.has(gesture.kind)) draft.declared.add((gesture.args as { id: string }).id);
  if (!counts) return;
  const { kind } = gesture;
  const part = ADDS.get(kind);
  if (Object.hasOwn(EFFECTS, kind)) (EFFECTS[kind] as (draft: Draft, args: AnyGesture["args"]) => void)(draft, gesture.args);
  else if (part) draft.add(part, (gesture.args as { id: string }).id, gesture.args as unknown as Values);
}

/** What a gesture does; those without a line here only add their element. */
const EFFECTS: { readonly [K in Kind]?: (draft: Draft, args: Args<K>) => void } = {
  describe: (draft, args) => {
    draft.about = { ...draft.about, ...args };
  },
  change,
  change_side: changeSide,
  move_in: (draft, args) => {
    const { id, person, household } = args;
    const stand = draft.partOf.get(person) === "persons" && draft.partOf.get(household) === "households";
    if (stand) draft.add("memberships", id, args as unknown as Values, { person, household });
  },
  move_out: (draft, { id, until }) => {
    if (draft.partOf.get(id) === "memberships") draft.change(id, { until });
  },
  draw,
  redirect,
  link: (draft, args) => {
    const { id, a, b } = args;
    if (FIGURES.has(draft.partOf.get(a)) && FIGURES.has(draft.partOf.get(b)))
      draft.add("kinships", id, args as unknown as Values, { a, b });
  },
  agree: (draft, { id, agreed }) => {
    if (agreed && draft.partOf.has(id)) draft.agreed.add(id);
    else draft.agreed.delete(id);
  },
  remove: (draft, { id }) => draft.drop(id),
  place: (draft, { at }) => {
    for (const [id, [x, y]] of Object.entries(at)) draft.positions.set(id, [x, y]);
  },
  undo: () => undefined,
  withdraw: () => undefined,
};

function change(draft: Draft, args: Args<"change">): void {
  draft.change(args.id, args.set as unknown as Values);
  const changed = draft.parts.activations.get(args.id);
  if (changed) draft.lastOrder = Math.max(draft.lastOrder, changed.order);
}

/** E07: with arrows at the figure, only an approved change counts. Kinship and homes belong to the living side. */
function changeSide(draft: Draft, args: Args<"change_side">): void {
  const old = draft.partOf.get(args.id);
  const next = SIDES[args.side];
  if (!old || !FIGURES.has(old) || old === next) return;
  if (draft.arrowsAt(args.id).length > 0 && !args.approved) return;
  const figure = draft.parts[old].get(args.id) as { label?: string | null; role?: string | null } | undefined;
  const label = old === "professionals" ? figure?.role : figure?.label;
  draft.parts[old].delete(args.id);
  draft.partOf.delete(args.id);
  draft.add(next, args.id, { [next === "professionals" ? "role" : "label"]: label });
  draft.dropJoints(args.id);
}

function draw(draft: Draft, args: Args<"draw">): void {
  const { id, activator, activated } = args;
  if (draft.partOf.has(id) || !draft.mayEnd(activator) || !draft.mayEnd(activated)) return;
  const order = args.order ?? draft.lastOrder + 1;
  draft.lastOrder = Math.max(draft.lastOrder, order);
  draft.add("activations", id, { ...args, order }, { activator, activated });
}

function redirect(draft: Draft, args: Args<"redirect">): void {
  const arrow = draft.parts.activations.get(args.id);
  const { activator, activated } = args;
  const ends = { ...(activator === undefined ? {} : { activator }), ...(activated === undefined ? {} : { activated }) };
  if (arrow && Object.values(ends).every((end) => draft.mayEnd(end))) draft.put("activations", { ...arrow, ...ends });
}
