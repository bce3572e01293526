/** What the hand's intents do on the open sheet. */
import { batch } from "@preact/signals";

import { t } from "../../i18n";
import type { Intent, Point, PointerType, Under } from "../../studio/intents";
import { kindOf } from "../../studio/membership";
import * as doing from "./doing";
import * as state from "./state";

const NODES: ReadonlySet<Under["what"]> = new Set(["figure", "rim", "home", "building"]);

/** The id of the figure, home or building touched; null for lines and paper. */
export function nodeUnder({ what, id }: Under): string | null {
  return NODES.has(what) ? id : null;
}

export function perform(intent: Intent): void {
  if (intent.kind === "pan" || intent.kind === "pinch") return carry(intent);
  // On a sheet that is shown again one looks, and nothing else.
  if (state.shownInstead.peek()) return;
  if (intent.kind === "underway") {
    if (intent.gesture.what === "move") state.selected.value = intent.gesture.id;
    state.underway.value = intent.gesture;
    return;
  }
  state.underway.value = null;
  if (intent.kind === "tap") tap(intent.under, intent.at, intent.type);
  else if (intent.kind === "menu") askMenu(intent.under, intent.at);
  else if (intent.kind === "cancelled") doing.settleView();
  else {
    doing.settleView();
    if (intent.kind === "arrow") drawn(intent.from, intent.over, intent.at);
    else if (intent.kind === "redirect") doing.redirect(intent.arrow, intent.end, nodeUnder(intent.over), intent.at);
    else if (intent.kind === "move") doing.move(intent.id, intent.by, intent.at);
    else lasso(intent.points);
  }
}

/** What was drawn from one to another is what the hand holds: a line of kinship, or else an arrow. */
function drawn(from: string, over: Under, at: Point): void {
  const pending = state.pending.peek();
  if (pending?.want !== "link") return void doing.arrow(from, nodeUnder(over), at);
  const to = nodeUnder(over);
  if (to === null) doing.sorry(t().studio.drawing.sorry.lostLine, at);
  else if (doing.tie(pending.kind, from, to, at)) state.pending.value = pending.again ? { ...pending, from: null } : null;
}

function carry(intent: Intent & { kind: "pan" | "pinch" }): void {
  const pane = state.pane.peek();
  if (!pane) return;
  state.bubble.value = null;
  pane.carry(intent.dx, intent.dy);
  if (intent.kind === "pinch") pane.grow(intent.factor, intent.px, intent.py);
}

/** A scribble is no home: a line that surrounds nothing and hardly leaves its place is a tap. */
const SMALLEST_HOME = 8;

function lasso(points: readonly Point[]): void {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const wide = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  if (wide >= SMALLEST_HOME) doing.surround(points);
}

export function tap(under: Under, at: Point, type: PointerType): void {
  doing.settleView();
  if (state.pending.peek()) return answer(under, at, type);
  if (state.tool.peek() === "home") return surroundBy(under, at);
  if (under.what === "paper") {
    batch(() => {
      state.selected.value = null;
      state.told.value = null;
      state.ring.value = { at, under };
    });
    return;
  }
  if (under.what === "arrow" || under.what === "head" || under.what === "tail") doing.tell(under.id);
  else doing.select(under.id);
  state.ring.value = { at, under };
}

/** With the home tool: on paper a new home, on a person a home around them; then others are let in one by one. */
function surroundBy(under: Under, at: Point): void {
  const node = nodeUnder(under);
  const document = state.living.peek();
  const kind = node && document ? kindOf(document, node) : null;
  if (kind === "household" && node) state.pending.value = { want: "gather", home: node };
  else {
    const home = doing.homeOf(kind === "person" && node ? [node] : [], at);
    if (home) state.pending.value = { want: "gather", home };
  }
}

export function askMenu(under: Under, at: Point): void {
  if (state.shownInstead.peek()) return;
  doing.settleView();
  if (under.what === "paper") state.ring.value = { at, under };
  else {
    doing.select(under.id);
    state.menu.value = { id: under.id, at };
  }
}

/** A touch that answers what was begun: with whom, where to. */
export function answer(under: Under, at: Point | null, type: PointerType | "key"): void {
  const pending = state.pending.peek();
  const node = nodeUnder(under);
  if (!pending) return;
  if (pending.want === "put") return put(pending.what, under, at, type);
  if (pending.want === "gather") return gather(pending.home, node, under, at);
  if (pending.want === "belong") {
    if (node === null) return doing.sorry(wrongPlace(pending.id), at);
    if (doing.settle(pending.id, node, at, pending.on)) state.pending.value = null;
    return;
  }
  if (pending.want === "redirect") {
    if (doing.redirect(pending.arrow, pending.end, node, at)) state.pending.value = null;
    return;
  }
  const { nobody, lostLine } = t().studio.drawing.sorry;
  if (node === null) return doing.sorry(pending.want === "link" ? lostLine : nobody, at);
  if (pending.from === null) return begin(pending, node);
  const done = pending.want === "arrow" ? doing.arrow(pending.from, node, at) : doing.tie(pending.kind, pending.from, node, at);
  if (done) state.pending.value = pending.again ? { ...pending, from: null } : null;
}

function begin(pending: state.Pending & { want: "arrow" | "link" }, from: string): void {
  const { pick } = t().studio.drawing;
  batch(() => {
    state.pending.value = { ...pending, from };
    state.selected.value = from;
  });
  state.announce((pending.want === "arrow" ? pick.arrowTo : pick.linkTo)(doing.nameOf(from)));
}

function put(what: (state.Pending & { want: "put" })["what"], under: Under, at: Point | null, type: PointerType | "key"): void {
  if (under.what !== "figure") doing.add(what, at, type === "mouse" || type === "key", at ? null : nodeUnder(under));
  else {
    doing.select(under.id);
    if (at) state.ring.value = { at, under };
  }
}

function gather(home: string, node: string | null, under: Under, at: Point | null): void {
  const document = state.living.peek();
  if (node === null || node === home || !document) {
    // Paper beside: those who live there are all in.
    state.pending.value = null;
    if (under.what === "paper" && state.tool.peek() === "home" && at) surroundBy(under, at);
    return;
  }
  const kind = kindOf(document, node);
  if (kind === "household") state.pending.value = { want: "gather", home: node };
  else if (kind === "person") doing.settle(node, home, at);
  else doing.sorry(t().studio.drawing.sorry.notAPerson, at);
}

function wrongPlace(id: string): string {
  const { sorry } = t().studio.drawing;
  const document = state.living.peek();
  return document && kindOf(document, id) === "person" ? sorry.notAHome : sorry.notABuilding;
}
