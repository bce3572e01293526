/** The paper itself: what is drawn on it, the hand and the keys that draw, and the marks of a gesture under way. */
import { effect } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";

import { PanZoom } from "../../geometry/pan-zoom";
import { t } from "../../i18n";
import { hit } from "../../scene/hit";
import { printSheet } from "../../scene/printer";
import type { Touch } from "../../studio/fingers";
import { Hand, LONG_PRESS, REACH } from "../../studio/hand";
import type { Intent, Point, PointerType, Under } from "../../studio/intents";
import { command } from "../../studio/keys";
import { dressFocus, focusChosen } from "./focus";
import { cancel, obey } from "./keying";
import { spokenIn } from "./spoken";
import { drawMarks } from "./marks";
import * as state from "./state";
import { askMenu, perform } from "./touching";

export function Canvas() {
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<SVGSVGElement>(null);
  const marks = useRef<SVGSVGElement>(null);
  const id = useId();
  useEffect(() => {
    if (!frame.current || !sheet.current || !marks.current) return undefined;
    return live(frame.current, sheet.current, marks.current, id);
  }, []);
  const words = t().studio.drawing;
  return (
    <>
      <div
        class={`studio-frame tool-${state.tool.value}`}
        ref={frame}
        tabIndex={0}
        role="application"
        aria-label={words.paper}
        aria-describedby={`${id}-keys`}
      >
        <svg ref={sheet} class="sheet" preserveAspectRatio="xMidYMid meet" data-from-server />
        <svg ref={marks} class="sheet marks" preserveAspectRatio="xMidYMid meet" aria-hidden="true" />
      </div>
      <p id={`${id}-keys`} class="visually-hidden">
        {words.paperKeys}
      </p>
    </>
  );
}

/** On a phone the sheet begins larger than its window: a figure must be worth a finger. Pixels to a millimetre. */
const READABLE = 2.3;

/** Bring the paper to life; the returned function lets it rest again. */
function live(frame: HTMLElement, sheet: SVGSVGElement, marks: SVGSVGElement, id: string): () => void {
  const stop = new AbortController();
  const size = state.scene.peek()?.sheet ?? { width: 297, height: 210 };
  const pane = new PanZoom(frame, sheet, size, {
    driven: true,
    seen: (viewBox) => {
      marks.setAttribute("viewBox", viewBox);
      state.seen.value++;
    },
  });
  pane.atLeast(READABLE);
  state.pane.value = pane;
  let [width, height] = [size.width, size.height];
  const undraw = effect(() => {
    const scene = state.drawn.value;
    if (!scene) return;
    printSheet(sheet, scene.sheet, id);
    dressFocus(sheet, spokenIn(scene));
    if (scene.sheet.width !== width || scene.sheet.height !== height) {
      [width, height] = [scene.sheet.width, scene.sheet.height];
      pane.change(scene.sheet);
    }
    focusChosen(frame, sheet, state.selected.peek());
  });
  const unmark = effect(() => drawMarks(marks));
  const unfocus = effect(() => focusChosen(frame, sheet, state.selected.value));
  listenToHand(frame, pane, stop.signal);
  listenToKeys(frame, stop.signal);
  return () => {
    stop.abort();
    for (const end of [undraw, unmark, unfocus]) end();
    pane.dispose();
    state.pane.value = null;
  };
}

function under(pane: PanZoom, at: Point, type: PointerType, beside?: string): Under {
  const sheet = state.scene.peek();
  if (!sheet) return { what: "paper", id: "" };
  // With the arrow or the link in the hand every touch means who, never the lines that already end there.
  const scene = handTool() === "arrow" ? { ...sheet, arrows: new Map(), links: new Map() } : sheet;
  const found = hit(scene, [at.x, at.y], REACH[type] / pane.scale);
  // An arrow's own line must not stand between the finger and the figure it is drawn to.
  if (found.id !== beside) return found;
  const arrows = new Map([...scene.arrows].filter(([id]) => id !== beside));
  return hit({ ...scene, arrows }, [at.x, at.y], REACH[type] / pane.scale);
}

function listenToHand(frame: HTMLElement, pane: PanZoom, signal: AbortSignal): void {
  const hand = new Hand({ under: (at, type, beside) => under(pane, at, type, beside) });
  const later = new Later();
  let rest: ReturnType<typeof setTimeout> | undefined;
  const touch = (kind: Touch["kind"], event: PointerEvent): Touch => {
    const { x, y } = pane.toSheet(event.clientX, event.clientY);
    const type = event.pointerType === "touch" || event.pointerType === "pen" ? event.pointerType : "mouse";
    return { kind, id: event.pointerId, type, x, y, px: event.clientX, py: event.clientY, t: event.timeStamp };
  };
  const feed = (kind: Touch["kind"], event: PointerEvent): void => {
    hand.tool = grabbed(event) ? "hand" : handTool();
    for (const intent of hand.feed(touch(kind, event))) later.do(intent);
    frame.classList.toggle("grabbing", hand.busy);
  };
  frame.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button === 2) return;
      frame.setPointerCapture(event.pointerId);
      feed("down", event);
      clearTimeout(rest);
      if (hand.waits) rest = setTimeout(() => hand.tick(performance.now()).forEach((one) => later.do(one)), LONG_PRESS + 20);
    },
    { signal },
  );
  frame.addEventListener("pointermove", (event) => (hand.busy ? feed("move", event) : hover(frame, pane, event)), { signal });
  frame.addEventListener("pointerup", (event) => feed("up", event), { signal });
  frame.addEventListener("pointercancel", (event) => feed("cancel", event), { signal });
  frame.addEventListener("lostpointercapture", (event) => hand.busy && feed("cancel", event), { signal });
  // Otherwise the browser makes a click of a finished touch, and it would fall on the ring that has just opened there.
  frame.addEventListener("touchend", (event) => event.cancelable && event.preventDefault(), { signal, passive: false });
  frame.addEventListener("contextmenu", (event) => contextMenu(event, pane), { signal });
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape") for (const intent of hand.abandon()) later.do(intent);
    },
    { signal },
  );
}

/** The middle button carries the sheet, whatever the tool. */
function grabbed(event: PointerEvent): boolean {
  return event.pointerType === "mouse" && (event.button === 1 || (event.buttons & 4) !== 0);
}

function handTool(): Hand["tool"] {
  const want = state.pending.peek()?.want;
  return want === "arrow" || want === "link" ? "arrow" : state.tool.peek();
}

/** A long press of a finger also makes a contextmenu event; the hand has answered it already. */
function contextMenu(event: MouseEvent, pane: PanZoom): void {
  event.preventDefault();
  const byKey = event.button !== 2;
  const byFinger = (event as PointerEvent).pointerType === "touch" || (event as PointerEvent).pointerType === "pen";
  if (byKey || byFinger) return;
  const at = pane.toSheet(event.clientX, event.clientY);
  askMenu(under(pane, at, "mouse"), at);
}

/** Over a rim the pointer says that an arrow can be drawn from here. */
function hover(frame: HTMLElement, pane: PanZoom, event: PointerEvent): void {
  if (event.pointerType === "touch") return;
  const found = under(pane, pane.toSheet(event.clientX, event.clientY), event.pointerType as PointerType);
  if (frame.dataset["over"] !== found.what) frame.dataset["over"] = found.what;
}

/** A gesture under way is shown at most once a frame; whatever decides something is done at once. */
class Later {
  private shown: Intent | undefined;
  private frame = 0;

  do(intent: Intent): void {
    if (intent.kind === "underway") {
      this.shown = intent;
      this.frame ||= requestAnimationFrame(() => this.show());
      return;
    }
    this.shown = undefined;
    perform(intent);
  }

  private show(): void {
    this.frame = 0;
    if (this.shown) perform(this.shown);
    this.shown = undefined;
  }
}

/** Keys that hold wherever one is in the studio, but where one writes. */
const EVERYWHERE: ReadonlySet<string> = new Set(["undo", "redo", "print", "cancel"]);

function listenToKeys(frame: HTMLElement, signal: AbortSignal): void {
  document.addEventListener("keydown", (event) => elsewhere(event, frame), { signal });
  frame.addEventListener(
    "keydown",
    (event) => {
      if (event.defaultPrevented || event.isComposing) return;
      const asked = command({ key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey });
      if (!asked) return;
      if (asked.do === "cancel") cancel();
      else if (!obey(asked)) return;
      event.preventDefault();
    },
    { signal },
  );
}

function elsewhere(event: KeyboardEvent, frame: HTMLElement): void {
  const at = event.target as Element;
  if (event.defaultPrevented || frame.contains(at) || at.closest("input, textarea, select, .replay")) return;
  // Over an open window keys are the window's, wherever the focus is: Escape closes it.
  if (document.querySelector("dialog[open]")) return;
  const asked = command({ key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey });
  if (!asked || !EVERYWHERE.has(asked.do)) return;
  event.preventDefault();
  if (asked.do === "cancel") cancel();
  else obey(asked);
}
