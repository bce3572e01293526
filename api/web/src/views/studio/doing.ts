/** What can be done on the open sheet: each deed asks the desk, says what came of it, and never leaves half a change. */
import { batch } from "@preact/signals";

import { pens } from "../../app/pens";
import { t } from "../../i18n";
import * as acts from "../../gestures/acts";
import type { Change, Made } from "../../gestures/acts";
import type { RefusalCode } from "../../gestures/refusal";
import { overlaps } from "../../geometry/box";
import type { KinshipKind } from "../../model/gestures";
import type { SituationDocument } from "../../model/situation";
import { compose } from "../../scene/compose";
import type { Scene } from "../../scene/scene";
import * as deeds from "../../studio/deeds";
import type { Desk } from "../../studio/desk";
import type { Point } from "../../studio/intents";
import type { Addable } from "../../studio/keys";
import { kindOf, livesIn } from "../../studio/membership";
import { freePlace, seated, slotOf, supposed, welcomed } from "../../studio/suppose";
import * as state from "./state";

/** The desk, its sheet as drawn, and how to draw another; null while nothing is open. */
interface Open extends deeds.Sheet {
  desk: Desk;
  scene: Scene;
  draw: (document: SituationDocument) => Scene;
}

export function open(): Open | null {
  const [desk, scene, known] = [state.desk.peek(), state.scene.peek(), pens.peek()];
  if (!desk || !scene || !known || state.shownInstead.peek()) return null;
  const draw = (document: SituationDocument): Scene => compose(document, known, state.composeOptions());
  return { desk, scene, draw, document: desk.document, nodes: scene.nodes };
}

/** How somebody or something is called on this sheet; an unnamed one by its kind. */
export function nameOf(id: string): string {
  const node = state.scene.peek()?.nodes.get(id);
  if (node?.label) return node.label;
  const document = state.living.peek();
  return document ? t().studio.drawing.kinds[kindOf(document, id)] : "";
}

/** Do it, with the places the sheet had found for newcomers; a refusal is said beside `at`, and nothing has changed. */
export function act(change: Change, at: Point | null = null): boolean {
  const now = open();
  if (!now) return false;
  const places = Object.entries(now.scene.placed);
  const whole = places.length > 0 ? acts.join(acts.place(now.desk.maker, Object.fromEntries(places)), change) : change;
  let refusal: RefusalCode | null = null;
  batch(() => {
    refusal = now.desk.act(whole);
  });
  if (refusal) sorry(wordsFor(refusal), at);
  return refusal === null;
}

/** Plain words beside the finger, and for who listens. */
export function sorry(text: string, at: Point | null): void {
  state.bubble.value = { at, text };
  state.announce(text);
}

function wordsFor(code: RefusalCode): string {
  const { sorry: own } = t().studio.drawing;
  const known: Partial<Record<RefusalCode, string>> = {
    E02: own.nobody,
    E03: own.self,
    E04: own.member,
    E05: own.kinship,
    E06: own.undecided,
  };
  return known[code] ?? refusedWords()[code] ?? own.other;
}

/** The sentences of the desk, by code. */
function refusedWords(): Partial<Record<string, string>> {
  return (t().studio.syncing as { refused?: Partial<Record<string, string>> }).refused ?? {};
}

/** Put something new at a point, or at a free place (`at` null) in `inside`. Returns its id. */
export function add(what: Addable, at: Point | null, focus: boolean, inside: string | null = null): string | null {
  const now = open();
  if (!now) return null;
  const made = at ? addedAt(now, what, at) : addedInside(now, what, inside);
  if (!act(made, at)) return null;
  const node = state.scene.peek()?.nodes.get(made.id);
  batch(() => {
    select(made.id);
    state.naming.value = { id: made.id, focus };
  });
  const { kinds, said } = t().studio.drawing;
  state.announce(node?.label ? said.added(kinds[what], node.label) : said.addedPlain(kinds[what]));
  if (what === "person" && at) askHosted(made.id, at);
  return made.id;
}

/** Where the finger says; beside those who already stand exactly there, inside the same home or service. */
function addedAt(now: Open, what: Addable, at: Point): Made {
  const made = deeds.add(now.desk.maker, now, what, at);
  const { nodes } = now.draw(supposed(now.desk, made));
  const here = nodes.get(made.id);
  const parent = here?.parent ?? null;
  const crowded = parent !== null && [...nodes.values()].some((one) => one.id !== made.id && one.parent === parent && overlaps(one.box, here!.box));
  return crowded ? seated(now.desk.maker, now.desk, now.draw, made) : made;
}

function addedInside(now: Open, what: Addable, inside: string | null): Made {
  const free = inside === null ? freePlace(now.scene, what) : undefined;
  if (free) return deeds.add(now.desk.maker, { ...now, nodes: new Map() }, what, free);
  const middle = inside === null ? undefined : now.nodes.get(inside);
  const [x, y] = middle?.centre ?? [now.scene.area.x + now.scene.area.w / 2, now.scene.area.y + now.scene.area.h / 2];
  // Asked at the middle of the container it belongs to; the free slot then gives the true place.
  const made = deeds.add(now.desk.maker, inside === null ? { ...now, nodes: new Map() } : onlyContainers(now, inside), what, { x, y });
  return seated(now.desk.maker, now.desk, now.draw, made);
}

function onlyContainers(now: Open, inside: string): deeds.Sheet {
  const above = [inside, now.nodes.get(inside)?.parent].flatMap((id) => (id ? [[id, now.nodes.get(id)!] as const] : []));
  return { document: now.document, nodes: new Map(above) };
}

/** People do not live in the walls of a service but in a home there: offer to draw it. */
function askHosted(person: string, at: Point): void {
  const now = open();
  if (!now || kindOf(now.document, person) !== "person") return;
  const { home, building } = deeds.containersAt(now, at, person);
  if (!building || home) return;
  const words = t().studio.drawing.hosted;
  const run = (): void => {
    const here = open();
    if (!here) return;
    // Beside those who work there, not on top of them.
    const made = { ...deeds.homeAround(here.desk.maker, here, [person], at), id: person };
    act(seated(here.desk.maker, here.desk, here.draw, made), at);
  };
  state.bubble.value = { at, text: words.ask, act: { label: words.yes, run } };
  state.announce(words.ask);
}

/** An arrow from one to another: its pen follows from who they are. */
export function arrow(from: string, to: string | null, at: Point | null): boolean {
  const now = open();
  if (!now) return false;
  if (to === null) return finish(false, t().studio.drawing.sorry.nobody, at);
  const made = acts.drawArrow(now.desk.maker, { activator: from, activated: to });
  if (!act(made, at)) {
    offerSide([from, to]);
    return false;
  }
  tell(made.id);
  return true;
}

/** A figure in pencil carries no arrow: one button leads to its two sides. */
function offerSide(ends: readonly string[]): void {
  const document = state.living.peek();
  const pencil = document && ends.find((id) => kindOf(document, id) === "undecided");
  const said = state.bubble.peek();
  if (!pencil || !said) return;
  const at = said.at ?? { x: 0, y: 0 };
  const run = (): void => void (state.menu.value = { id: pencil, at });
  state.bubble.value = { ...said, act: { label: t().studio.drawing.sorry.chooseSide, run } };
}

export function redirect(arrow: string, end: "activator" | "activated", to: string | null, at: Point | null): boolean {
  const now = open();
  if (!now) return false;
  if (to === null) return finish(false, t().studio.drawing.sorry.nobody, at);
  if (!act(acts.redirect(now.desk.maker, { id: arrow, [end]: to }), at)) return false;
  tell(arrow);
  return true;
}

/** Show the sentence of an arrow under the sheet, and say it with its pen. */
export function tell(arrow: string): void {
  batch(() => {
    state.selected.value = arrow;
    state.told.value = arrow;
  });
  const drawn = state.scene.peek()?.arrows.get(arrow);
  const pen = pens.peek()?.pens.find(({ id }) => id === drawn?.pen)?.name ?? "";
  if (drawn) state.announce(t().studio.drawing.said.drawn(drawn.sentence, pen));
}

export function tie(kind: KinshipKind, a: string, b: string, at: Point | null): boolean {
  const now = open();
  if (!now || !act(acts.link(now.desk.maker, { a, b, kind }), at)) return false;
  const { said, links } = t().studio.drawing;
  state.announce(said.linked(nameOf(a), nameOf(b), links[kind]));
  return true;
}

/** Move something by so much, let go at `at`; where that is decides where it belongs. */
export function move(id: string, by: Point, at: Point): void {
  const now = open();
  if (!now || !now.nodes.has(id)) return;
  const before = now.nodes.get(id)?.parent ?? null;
  if (!act(landed(now, id, deeds.moved(now.desk.maker, now, id, by, at)), at)) return;
  state.selected.value = id;
  sayWhere(id, before);
  if (kindOf(now.document, id) === "person") askHosted(id, at);
}

/** Let go on top of somebody in a home or a service, one stands beside them. */
function landed(now: Open, id: string, change: Change): Change {
  const { nodes } = now.draw(supposed(now.desk, change));
  const here = nodes.get(id);
  if (here?.what !== "figure" || here.parent === null) return change;
  const onSomebody = [...nodes.values()].some(
    (one) => one.id !== id && one.parent === here.parent && Math.hypot(one.centre[0] - here.centre[0], one.centre[1] - here.centre[1]) < here.shape.w / 2,
  );
  const slot = onSomebody ? slotOf(now.desk, now.draw, change, id) : undefined;
  return slot ? acts.join(change, acts.place(now.desk.maker, { [id]: slot })) : change;
}

function sayWhere(id: string, before: string | null): void {
  const { said } = t().studio.drawing;
  const node = state.scene.peek()?.nodes.get(id);
  const parent = node?.parent ?? null;
  if (parent === before) return state.announce(said.moved(nameOf(id)));
  if (parent === null) return state.announce(said.left(nameOf(id)));
  const how = node?.kind === "person" ? said.lives : node?.kind === "household" ? said.housed : said.worksAt;
  state.announce(how(nameOf(id), nameOf(parent)));
}

/** Let somebody live, work or be housed there (null: nowhere); `on` keeps the former home as a dated line. */
export function settle(id: string, there: string | null, at: Point | null, on?: string): boolean {
  const now = open();
  if (!now) return false;
  const { sorry: no } = t().studio.drawing;
  const kind = kindOf(now.document, id);
  const place = there === null ? null : kindOf(now.document, there);
  const before = now.nodes.get(id)?.parent ?? null;
  if (kind === "person" && place !== null && place !== "household") return finish(false, no.notAHome, at);
  if (kind !== "person" && place !== null && place !== "institution" && place !== "organisation") return finish(false, no.notABuilding, at);
  const { maker } = now.desk;
  const change =
    kind === "person"
      ? there === null
        ? acts.settle(maker, now.document, { person: id, household: null, ...(on === undefined ? {} : { on }) })
        : welcomed(maker, now.desk, now.draw, id, there, on)
      : acts.change(maker, id, kind === "household" ? { housed_by: there } : { organisation: there });
  if (change.gestures.length > 0 && !act(change, at)) return false;
  state.selected.value = id;
  sayWhere(id, before);
  return true;
}

/** A home drawn around those inside a line, or around the people named. */
export function surround(line: readonly Point[]): void {
  const now = open();
  if (now) homeMade(deeds.surrounded(now.desk.maker, now, line));
}

export function homeOf(people: readonly string[], at: Point): string | null {
  const now = open();
  return now && homeMade(deeds.homeAround(now.desk.maker, now, people, at));
}

function homeMade(made: Made): string | null {
  if (!act(made)) return null;
  const { kinds, said } = t().studio.drawing;
  batch(() => {
    select(made.id);
    state.naming.value = { id: made.id, focus: false };
  });
  state.announce(said.addedPlain(kinds.household));
  return made.id;
}

export function remove(id: string): void {
  const now = open();
  const name = nameOf(id);
  if (!now || !act(acts.remove(now.desk.maker, id))) return;
  select(null);
  state.announce(t().studio.drawing.said.removed(name));
}

/** Write a name, or the words of an arrow; "" takes them away. */
export function name(id: string, words: string): boolean {
  const now = open();
  if (!now) return false;
  const field = kindOf(now.document, id) === "professional" ? "role" : "label";
  if (!act(acts.change(now.desk.maker, id, { [field]: words.trim() || null }))) return false;
  // Under the veil what is said is what is shown.
  const told = state.veil.peek() ? nameOf(id) : words.trim();
  if (words.trim()) state.announce(t().studio.drawing.said.named(told));
  return true;
}

export function change(id: string, fields: Readonly<Record<string, unknown>>): void {
  const now = open();
  if (now) act(acts.change(now.desk.maker, id, fields));
}

/** Say that an arrow is a referral, on the date it has or the one just asked for. */
export function markReferral(id: string, when?: string): void {
  const now = open();
  if (now) act(acts.change(now.desk.maker, id, { ...(when ? { when } : {}), referral: now.desk.maker.uuid() }));
}

/** What was there when the sheet was opened is undone too, without limit, but never by surprise. */
export function undo(): void {
  if (!state.canUndo.peek() || state.shownInstead.peek()) return;
  settleView();
  if (state.undoesBefore.peek()) {
    state.asking.value = { what: "before" };
    return;
  }
  state.desk.peek()?.undo();
  state.announce(t().studio.drawing.said.undone);
}

export function redo(): void {
  if (!state.canRedo.peek() || state.shownInstead.peek()) return;
  settleView();
  state.desk.peek()?.redo();
  state.announce(t().studio.drawing.said.redone);
}

/** Every tool is laid down, and what was begun is given up. */
export function layDown(): void {
  batch(() => {
    settleView();
    state.tool.value = "draw";
    state.pending.value = null;
  });
}

/** What floats over the sheet goes; what is chosen stays. */
export function settleView(): void {
  batch(() => {
    for (const one of [state.ring, state.naming, state.menu, state.bubble]) one.value = null;
  });
}

export function select(id: string | null): void {
  batch(() => {
    settleView();
    state.selected.value = id;
    state.told.value = id !== null && state.scene.peek()?.arrows.has(id) ? id : null;
  });
}

/** Say why not, if not. */
function finish(done: boolean, why = "", at: Point | null = null): boolean {
  if (!done && why) sorry(why, at);
  return done;
}

/** The home or service somebody belongs to now; null for none. */
export function belongsTo(document: SituationDocument, id: string): string | null {
  const kind = kindOf(document, id);
  if (kind === "person") return livesIn(document, id);
  if (kind === "professional") return document.professionals.find((one) => one.id === id)?.organisation ?? null;
  return document.households.find((one) => one.id === id)?.housed_by ?? null;
}
