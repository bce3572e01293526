/**
 * The hand: pointer events made into intents. It knows no DOM and no drawing, only what stands under a point; a
 * cancelled pointer never commits anything.
 */
import { Fingers, type Touch } from "./fingers";
import type { Intent, Point, PointerType, Tool, Under, Underway } from "./intents";

/** A touch that moves less than this is a tap. Window pixels. */
const STEADY: Record<PointerType, number> = { mouse: 4, pen: 7, touch: 11 };
/** A finger or pen that rests so long asks for the menu. Milliseconds. */
export const LONG_PRESS = 550;
/** How far from a thing a touch still means it: half of a target of 44 px for a finger. Window pixels. */
export const REACH: Record<PointerType, number> = { mouse: 10, pen: 14, touch: 22 };

export interface Ground {
  /** What stands under `point`; `beside` is not seen. */
  under(point: Point, type: PointerType, beside?: string): Under;
}

/** The pointer that drives, where it began and where it is. */
interface Lead {
  id: number;
  type: PointerType;
  began: Touch;
  last: Touch;
}

type Phase =
  | { at: "rest" }
  | { at: "pressed"; lead: Lead; under: Under }
  /** Nothing more comes of this touch: it asked for a menu or was refused. */
  | { at: "spent"; lead: Lead }
  | { at: "panning"; lead: Lead }
  | { at: "pinching"; lead: Lead; other: Lead }
  | { at: "dragging"; lead: Lead; what: Dragged };

type Dragged =
  | { what: "arrow"; from: string }
  | { what: "redirect"; arrow: string; end: "activator" | "activated" }
  | { what: "move"; id: string }
  | { what: "lasso"; points: Point[] };

export class Hand {
  tool: Tool = "draw";
  private phase: Phase = { at: "rest" };
  private readonly fingers = new Fingers();

  constructor(private readonly ground: Ground) {}

  /** Whether a finger is on the sheet. */
  get busy(): boolean {
    return this.phase.at !== "rest";
  }

  /** Whether a touch that rests may still become a long press. */
  get waits(): boolean {
    return this.phase.at === "pressed" && this.phase.lead.type !== "mouse";
  }

  feed(touch: Touch): Intent[] {
    if (!this.fingers.heeds(touch)) return [];
    if (touch.kind === "down") return this.down(touch);
    if (touch.kind === "move") return this.move(touch);
    return touch.kind === "up" ? this.up(touch) : this.cancelled(touch);
  }

  /** To be called when time has passed: a touch at rest becomes a menu. */
  tick(t: number): Intent[] {
    if (this.phase.at !== "pressed" || !this.waits) return [];
    const { lead, under } = this.phase;
    if (t - lead.began.t < LONG_PRESS) return [];
    this.phase = { at: "spent", lead };
    return [{ kind: "menu", under, at: point(lead.began), type: lead.type }];
  }

  /** Escape, or the window left: what was begun is forgotten. */
  abandon(): Intent[] {
    const begun = this.phase.at === "dragging";
    if ("lead" in this.phase) this.phase = { at: "spent", lead: this.phase.lead };
    return begun ? [{ kind: "cancelled" }] : [];
  }

  private down(touch: Touch): Intent[] {
    const lead: Lead = { id: touch.id, type: touch.type, began: touch, last: touch };
    const phase = this.phase;
    const pen = touch.type === "pen" && phase.at !== "rest" && phase.lead.type === "touch";
    if (phase.at === "rest" || pen) {
      this.phase = { at: "pressed", lead, under: this.ground.under(point(touch), touch.type) };
      return pen ? [{ kind: "cancelled" }] : [];
    }
    const second = touch.type === "touch" && phase.lead.type === "touch";
    if (second && (phase.at === "pressed" || phase.at === "panning")) this.phase = { at: "pinching", lead: phase.lead, other: lead };
    return [];
  }

  private move(touch: Touch): Intent[] {
    const phase = this.phase;
    if (phase.at === "rest") return [];
    if (phase.at === "pinching") return this.pinch(phase, touch);
    if (touch.id !== phase.lead.id) return [];
    const before = phase.lead.last;
    phase.lead.last = touch;
    if (phase.at === "panning") return [{ kind: "pan", dx: touch.px - before.px, dy: touch.py - before.py }];
    if (phase.at === "dragging") return this.drag(phase.lead, phase.what);
    if (phase.at !== "pressed" || far(touch, phase.lead.began) < STEADY[touch.type]) return [];
    return this.begin(phase.lead, phase.under);
  }

  /** A press has begun to move: what it began on says what it is. */
  private begin(lead: Lead, under: Under): Intent[] {
    const what = this.tool === "hand" ? null : dragOf(under, this.tool, point(lead.began));
    if (!what) {
      this.phase = { at: "panning", lead };
      return [{ kind: "pan", dx: lead.last.px - lead.began.px, dy: lead.last.py - lead.began.py }];
    }
    this.phase = { at: "dragging", lead, what };
    return this.drag(lead, what);
  }

  private drag(lead: Lead, what: Dragged): Intent[] {
    if (what.what === "lasso") what.points.push(point(lead.last));
    return [{ kind: "underway", gesture: this.underway(lead, what) }];
  }

  private underway(lead: Lead, what: Dragged): Underway {
    const to = point(lead.last);
    if (what.what === "arrow") return { ...what, to, over: this.ground.under(to, lead.type) };
    if (what.what === "redirect") return { ...what, to, over: this.ground.under(to, lead.type, what.arrow) };
    if (what.what === "move") return { ...what, by: { x: to.x - lead.began.x, y: to.y - lead.began.y }, at: to };
    return { what: "lasso", points: [...what.points] };
  }

  private up(touch: Touch): Intent[] {
    const phase = this.phase;
    if (phase.at === "rest") return [];
    if (phase.at === "pinching") return this.oneLeft(phase, touch);
    if (touch.id !== phase.lead.id) return [];
    phase.lead.last = touch;
    this.phase = { at: "rest" };
    if (phase.at === "pressed") return [{ kind: "tap", under: phase.under, at: point(phase.lead.began), type: touch.type }];
    return phase.at === "dragging" ? [this.done(phase.lead, phase.what)] : [];
  }

  private done(lead: Lead, what: Dragged): Intent {
    const gesture = this.underway(lead, what);
    if (gesture.what === "arrow") return { kind: "arrow", from: gesture.from, over: gesture.over, at: gesture.to };
    if (gesture.what === "redirect") {
      return { kind: "redirect", arrow: gesture.arrow, end: gesture.end, over: gesture.over, at: gesture.to };
    }
    if (gesture.what === "move") return { kind: "move", id: gesture.id, by: gesture.by, at: gesture.at };
    return { kind: "lasso", points: gesture.points };
  }

  private cancelled(touch: Touch): Intent[] {
    const phase = this.phase;
    if (phase.at === "rest") return [];
    if (phase.at === "pinching") return this.oneLeft(phase, touch);
    if (touch.id !== phase.lead.id) return [];
    this.phase = { at: "rest" };
    return phase.at === "dragging" ? [{ kind: "cancelled" }] : [];
  }

  /** Of two fingers one is lifted: the other carries the sheet on, and is no tap any more. */
  private oneLeft(phase: Phase & { at: "pinching" }, touch: Touch): Intent[] {
    const stays = [phase.lead, phase.other].filter((one) => one.id !== touch.id);
    if (stays.length === 1) this.phase = { at: "panning", lead: stays[0]! };
    return [];
  }

  /** The middle of the two carries the sheet, their distance its size. */
  private pinch(phase: Phase & { at: "pinching" }, touch: Touch): Intent[] {
    const mine = [phase.lead, phase.other].find((one) => one.id === touch.id);
    if (!mine) return [];
    const other = mine === phase.lead ? phase.other : phase.lead;
    const before = mine.last;
    mine.last = touch;
    const factor = far(touch, other.last) / Math.max(far(before, other.last), 1);
    const middle = { px: (touch.px + other.last.px) / 2, py: (touch.py + other.last.py) / 2 };
    return [{ kind: "pinch", factor, ...middle, dx: (touch.px - before.px) / 2, dy: (touch.py - before.py) / 2 }];
  }
}

/** What a drag that begins there does; null carries the sheet. */
function dragOf({ what, id }: Under, tool: Tool, at: Point): Dragged | null {
  // A line around people may begin anywhere, at somebody's rim or on an arrow too.
  if (tool === "home") return { what: "lasso", points: [at] };
  if (what === "head") return { what: "redirect", arrow: id, end: "activated" };
  if (what === "tail") return { what: "redirect", arrow: id, end: "activator" };
  if (what === "rim") return { what: "arrow", from: id };
  if (what !== "figure" && what !== "home" && what !== "building") return null;
  return tool === "arrow" ? { what: "arrow", from: id } : { what: "move", id };
}

function point({ x, y }: Touch): Point {
  return { x, y };
}

function far(a: Touch, b: Touch): number {
  return Math.hypot(a.px - b.px, a.py - b.py);
}

