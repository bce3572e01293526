/** At the finger, a few large pictured choices: what to put here, or what to do with what is here. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { t } from "../../i18n";
import { Icon, type IconName } from "../../parts/Icon";
import type { Point, Under } from "../../studio/intents";
import type { Addable } from "../../studio/keys";
import * as doing from "./doing";
import { Picture } from "./Picture";
import * as state from "./state";

/** How far the choices stand from the finger, in window pixels: four beside one another, or five. */
const RADIUS = 84;
const WIDE_RADIUS = 112;
/** Half of a choice and its name, kept inside the window. */
const HALF = 56;

interface Choice {
  key: string;
  label: string;
  picture: ComponentChildren;
  run: () => void;
}

export function Ring() {
  const open = state.ring.value;
  void state.seen.value;
  const pane = state.pane.value;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // By key only: a finger must not find a keyboard's ring where it touches next.
    if (open && document.activeElement?.closest(".studio-frame")) box.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [open]);
  if (!open || !pane) return null;
  const choices = choicesAt(open.under, open.at);
  const middle = pane.toFrame(open.at.x, open.at.y);
  const window = pane.size;
  const radius = choices.length > 4 ? WIDE_RADIUS : RADIUS;
  const room = radius + HALF;
  const reach = { x: clamp(middle.x, room, window.width - room), y: clamp(middle.y, room, window.height - room) };
  return (
    <div class="ring" role="group" aria-label={t().studio.drawing.ring.label} ref={box}>
      {choices.map((choice, index) => {
        const angle = (index / choices.length) * 2 * Math.PI - Math.PI / 2 - (choices.length === 4 ? Math.PI / 4 : 0);
        const [x, y] = [reach.x + Math.cos(angle) * radius, reach.y + Math.sin(angle) * radius];
        return (
          <button
            key={choice.key}
            type="button"
            class="ring-choice"
            data-choice={choice.key}
            style={{ left: `${x}px`, top: `${y}px` }}
            onClick={choice.run}
          >
            {choice.picture}
            <span>{choice.label}</span>
          </button>
        );
      })}
    </div>
  );
}

function choicesAt(under: Under, at: Point): Choice[] {
  const adds = (...kinds: Addable[]): Choice[] => kinds.map((what) => addChoice(what, at));
  if (under.what === "paper") return adds("person", "professional", "institution", "household");
  const own = [arrowChoice(under.id), nameChoice(under.id), moreChoice(under.id, at)];
  const node = state.scene.peek()?.nodes.get(under.id);
  if (node?.what === "home") return [...adds("person"), ...own];
  if (node?.what === "building") return [...adds("professional", "household"), ...own];
  if (node) return own;
  if (under.what === "link") return [moreChoice(under.id, at)];
  return [nameChoice(under.id), moreChoice(under.id, at)];
}

function addChoice(what: Addable, at: Point): Choice {
  const run = (): void => void doing.add(what, at, lastPointer === "mouse");
  return { key: what, label: t().studio.drawing.kinds[what], picture: <Picture of={what} />, run };
}

function arrowChoice(id: string): Choice {
  const { ring, pick } = t().studio.drawing;
  const run = (): void => {
    doing.settleView();
    state.pending.value = { want: "arrow", from: id, again: false };
    state.announce(pick.arrowTo(doing.nameOf(id)));
  };
  return { key: "arrow", label: ring.arrow, picture: <Picture of="arrow" />, run };
}

function nameChoice(id: string): Choice {
  const run = (): void => {
    doing.settleView();
    state.naming.value = { id, focus: true };
  };
  return { key: "name", label: t().studio.drawing.ring.name, picture: <Sign name="write" />, run };
}

function moreChoice(id: string, at: Point): Choice {
  const run = (): void => {
    doing.settleView();
    state.menu.value = { id, at };
  };
  return { key: "more", label: t().studio.drawing.ring.more, picture: <Sign name="more" />, run };
}

function Sign({ name }: { name: IconName }) {
  return <Icon name={name} />;
}

/** What the last touch of the page was made with: a mouse goes with a keyboard, a finger with none. */
let lastPointer = "mouse";
globalThis.addEventListener?.("pointerdown", (event) => (lastPointer = event.pointerType), true);

function clamp(value: number, low: number, high: number): number {
  return high < low ? (low + high) / 2 : Math.min(Math.max(value, low), high);
}
