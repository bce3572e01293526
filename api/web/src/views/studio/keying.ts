/** What the keys' commands do on the open sheet. */
import { t } from "../../i18n";
import type { Point } from "../../studio/intents";
import type { Addable, Command } from "../../studio/keys";
import { kindOf } from "../../studio/membership";
import { neighbour, readingOrder, type Direction } from "../../studio/walk";
import * as doing from "./doing";
import { followChosen } from "./focus";
import { print } from "./printing";
import * as state from "./state";
import { answer } from "./touching";

/** One push of a nudge, and a long one, in mm. */
const NUDGE = 3;
const PUSH = 15;

const WAYS: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** After Escape at rest, Tab leaves the sheet instead of going on. */
let leaving = false;

/** What one may still do on a sheet that is shown again. */
const LOOKING: ReadonlySet<Command["do"]> = new Set(["go", "step", "first", "last", "closer", "farther", "fit", "help", "list"]);

/** Obey; false when the key is the browser's after all (Tab past the last one), or the replay's (page keys). */
export function obey(command: Command): boolean {
  const leaves = leaving && command.do === "step";
  leaving = false;
  if (leaves) return false;
  if (state.shownInstead.peek() && !LOOKING.has(command.do)) return false;
  switch (command.do) {
    case "go":
      return go(command.to);
    case "step":
      return step(command.by);
    case "arrows":
      return arrows(command.by);
    case "nudge":
      return nudge(command.to, command.far ? PUSH : NUDGE);
    case "add":
      return add(command.what);
    default:
      return simple(command.do);
  }
}

type Simple = Exclude<Command["do"], "go" | "step" | "arrows" | "nudge" | "add">;

function simple(what: Simple): boolean {
  const pane = state.pane.peek();
  const deeds: Record<Simple, () => void> = {
    arrow: () => begin("arrow"),
    link: () => begin("link"),
    home,
    first: () => end(0),
    last: () => end(-1),
    confirm,
    menu,
    name: rename,
    remove: () => withChosen(doing.remove),
    undo: doing.undo,
    redo: doing.redo,
    cancel,
    help: () => (state.helping.value = true),
    list: () => (state.listing.value = !state.listing.peek()),
    print: () => void print(),
    closer: () => pane?.closer(),
    farther: () => pane?.farther(),
    fit: () => pane?.fit(),
  };
  deeds[what]();
  return true;
}

function withChosen(deed: (id: string) => void): void {
  const id = state.selected.peek();
  if (id === null) state.announce(t().studio.drawing.said.nothing);
  else deed(id);
}

/** Go to something: it is shown, and said by the focus that follows. */
export function goTo(id: string): void {
  const scene = state.scene.peek();
  state.naming.value = null;
  state.ring.value = null;
  state.bubble.value = null;
  state.selected.value = id;
  state.told.value = scene?.arrows.has(id) ? id : null;
  followChosen(id);
  const box = scene?.nodes.get(id)?.box;
  if (box) state.pane.peek()?.reveal({ x: box.x - 6, y: box.y - 6, width: box.w + 12, height: box.h + 12 });
}

function go(to: Direction): boolean {
  const scene = state.scene.peek();
  if (!scene) return true;
  const chosen = state.selected.peek();
  const arrow = chosen === null ? undefined : scene.arrows.get(chosen);
  const from = arrow?.activated ?? chosen ?? "";
  const next = neighbour([...scene.nodes.values()], from, to);
  if (next === undefined) state.announce(scene.nodes.size === 0 ? t().studio.drawing.empty : t().studio.drawing.said.edge);
  else goTo(next);
  return true;
}

/** Everything that stands, then the arrows in the order of the story. */
export function order(): string[] {
  const scene = state.scene.peek();
  if (!scene) return [];
  const told = [...scene.arrows.values()].sort((a, b) => a.number - b.number).map(({ id }) => id);
  return [...readingOrder([...scene.nodes.values()]), ...told];
}

function step(by: 1 | -1): boolean {
  const all = order();
  const at = all.indexOf(state.selected.peek() ?? "");
  const next = all[at < 0 && by < 0 ? all.length : at + by];
  if (next === undefined) return false;
  goTo(next);
  return true;
}

/** To the first thing of the sheet, or the last one. */
function end(at: 0 | -1): void {
  const next = order().at(at);
  if (next !== undefined) goTo(next);
}

function arrows(by: 1 | -1): boolean {
  const told = order().filter((id) => state.scene.peek()?.arrows.has(id));
  const at = told.indexOf(state.selected.peek() ?? "");
  const next = at < 0 ? told.at(by === 1 ? 0 : -1) : told[at + by];
  if (next === undefined) state.announce(t().studio.drawing.said.edge);
  else goTo(next);
  return true;
}

function nudge(to: Direction, by: number): boolean {
  withChosen((id) => {
    const node = state.scene.peek()?.nodes.get(id);
    if (!node) return;
    const way = { x: WAYS[to].x * by, y: WAYS[to].y * by };
    doing.move(id, way, { x: node.centre[0] + way.x, y: node.centre[1] + way.y });
  });
  return true;
}

function add(what: Addable): boolean {
  doing.add(what, null, true, insideOf(what));
  return true;
}

/** The home or service one is at, or in, when it can hold such a newcomer. */
function insideOf(what: Addable): string | null {
  const chosen = state.selected.peek();
  const nodes = state.scene.peek()?.nodes;
  const holder = what === "person" ? "home" : what === "professional" || what === "household" ? "building" : null;
  for (let id = chosen; id !== null; id = nodes?.get(id)?.parent ?? null) if (nodes?.get(id)?.what === holder) return id;
  return null;
}

function begin(want: "arrow" | "link"): void {
  withChosen((id) => {
    const scene = state.scene.peek();
    if (!scene?.nodes.has(id)) return;
    const { pick } = t().studio.drawing;
    if (want === "link") {
      state.menu.value = { id, at: middleOf(id) };
      return;
    }
    state.pending.value = { want, from: id, again: false };
    state.announce(pick.arrowTo(doing.nameOf(id)));
  });
}

/** Where somebody lives, works, or who houses a home. */
function home(): void {
  withChosen((id) => askWhere(id));
}

export function askWhere(id: string, on?: string): void {
  const document = state.living.peek();
  if (!document) return;
  const { pick, sorry } = t().studio.drawing;
  const kind = kindOf(document, id);
  const ask = { person: pick.belong, professional: pick.work, household: pick.house }[kind as "person"];
  if (!ask) return doing.sorry(sorry.other, null);
  state.pending.value = { want: "belong", id, ...(on === undefined ? {} : { on }) };
  state.announce(ask(doing.nameOf(id)));
}

function confirm(): void {
  const id = state.selected.peek();
  const node = id === null ? undefined : state.scene.peek()?.nodes.get(id);
  if (state.pending.peek()) {
    const what = node ? node.what : "paper";
    return answer({ what, id: node?.id ?? "" }, null, "key");
  }
  menu();
}

function menu(): void {
  withChosen((id) => (state.menu.value = { id, at: middleOf(id) }));
}

function rename(): void {
  withChosen((id) => (state.naming.value = { id, focus: true }));
}

export function middleOf(id: string): Point {
  const scene = state.scene.peek();
  const node = scene?.nodes.get(id);
  const line = scene?.arrows.get(id)?.line ?? scene?.links.get(id)?.line ?? [];
  const [x, y] = node?.centre ?? line[Math.floor(line.length / 2)] ?? [0, 0];
  return { x, y };
}

/** Escape takes back one thing at a time: what floats, what was begun, what is chosen. */
export function cancel(): void {
  const floats = [state.ring, state.naming, state.menu, state.bubble, state.asking];
  if (floats.some((one) => one.peek() !== null)) {
    doing.settleView();
    state.asking.value = null;
    return;
  }
  if (state.pending.peek() || state.tool.peek() !== "draw") {
    state.pending.value = null;
    state.tool.value = "draw";
    state.announce(t().studio.drawing.said.cancelled);
  } else if (state.listing.peek()) state.listing.value = false;
  else {
    doing.select(null);
    leaving = true;
  }
}
