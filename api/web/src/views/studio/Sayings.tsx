/** What the studio says: the sentence of an arrow under the sheet, words beside the finger, and what a screen reader hears. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import { PenBadge } from "../../parts/PenBadge";
import { t } from "../../i18n";
import type { KinshipKind } from "../../model/gestures";
import type { SceneArrow } from "../../scene/scene";
import { kindOf } from "../../studio/membership";
import { Segmented } from "../../parts/Segmented";
import * as doing from "./doing";
import { near } from "./floating";
import { projectedHere } from "./room/state";
import * as state from "./state";

/** Under the sheet: what is awaited, and the sentence of the arrow one is at. */
export function Sentence() {
  const pending = state.pending.value;
  const held = pending !== null || state.tool.value !== "draw";
  const arrow = state.told.value === null ? undefined : state.scene.value?.arrows.get(state.told.value);
  const { pick } = t().studio.drawing;
  // A tool that stays in the hand waits quietly: the arrow just drawn is what people look at.
  const first = held && !(arrow && pending && "from" in pending && pending.from === null);
  return (
    <div class="studio-sentence">
      {first && <p>{pending ? question(pending) : pick[state.tool.value === "hand" ? "hand" : "home"]}</p>}
      {!first && arrow && <Told arrow={arrow} />}
      {!first && !arrow && <p class="quiet">{next()}</p>}
      {pending?.want === "link" && pending.again && <LinkKinds pending={pending} />}
      {held && (
        <button type="button" class="button" onClick={doing.layDown}>
          {staysInHand(pending) ? pick.done : pick.cancel}
        </button>
      )}
    </div>
  );
}

function Told({ arrow }: { arrow: SceneArrow }) {
  return (
    <>
      <PenBadge pen={arrow.pen} number={arrow.number} palette={state.palette.value} />
      <p data-from-server>
        {arrow.sentence}
        {arrow.words && <ArrowWords words={arrow.words} />}
      </p>
    </>
  );
}

/** What was written on an arrow: it is not on the sheet, so it stands wherever the sentence does. */
export function ArrowWords({ words }: { words: string }) {
  return (
    <>
      {" "}
      <bdi class="arrow-words" data-from-server>
        {words}
      </bdi>
    </>
  );
}

/** A tool that goes on until it is laid down; else one thing was begun, which can be given up. */
function staysInHand(pending: state.Pending | null): boolean {
  return pending === null || pending.want === "put" || (pending.want === "gather" && state.tool.value === "home") || ("again" in pending && pending.again);
}

/** What one may do next, on a sheet that has just begun. */
function next(): string {
  const words = t().studio.drawing;
  const scene = state.scene.value;
  if (!scene || state.shownInstead.value) return "";
  if (scene.nodes.size === 0) return words.empty;
  const figures = [...scene.nodes.values()].filter(({ what }) => what === "figure").length;
  return scene.arrows.size === 0 && figures > 1 ? words.firstArrow : "";
}

function LinkKinds({ pending }: { pending: state.Pending & { want: "link" } }) {
  const { links, kinds } = t().studio.drawing;
  return (
    <div class="link-kinds">
      <Segmented<KinshipKind>
        legend={kinds.link}
        value={pending.kind}
        choices={(["couple", "filiation", "siblings", "foster", "other"] as const).map((value) => ({ value, label: links[value] }))}
        onChange={(kind) => (state.pending.value = { ...pending, kind })}
      />
    </div>
  );
}

function question(pending: state.Pending): string {
  const { pick, kinds } = t().studio.drawing;
  if (pending.want === "put") return pick.put(kinds[pending.what]);
  if (pending.want === "arrow") return pending.from ? pick.arrowTo(doing.nameOf(pending.from)) : pick.arrowFrom;
  if (pending.want === "link") return pending.from ? pick.linkTo(doing.nameOf(pending.from)) : pick.linkFrom;
  if (pending.want === "gather") return pick.home;
  if (pending.want === "redirect") return pick.redirect;
  const document = state.living.value;
  const kind = document ? kindOf(document, pending.id) : "person";
  const ask = kind === "person" ? pick.belong : kind === "professional" ? pick.work : pick.house;
  return ask(doing.nameOf(pending.id));
}

/** Friendly words beside the finger; they go with the next gesture, or by themselves after a while. */
const LASTS = 9000;

export function Bubble() {
  const now = state.bubble.value;
  const box = useRef<HTMLDivElement>(null);
  void state.seen.value;
  useLayoutEffect(() => {
    const pane = state.pane.value;
    if (!now || !box.current || !pane) return;
    const middle = pane.toSheet(0, 0);
    near(box.current, now.at ?? { x: middle.x + pane.size.width / pane.scale / 2, y: middle.y + pane.size.height / pane.scale / 2 }, 12);
  });
  useEffect(() => {
    if (!now) return undefined;
    const timer = setTimeout(() => state.bubble.value === now && (state.bubble.value = null), LASTS);
    return () => clearTimeout(timer);
  }, [now]);
  // A screen that everybody sees shows no refusal; who listens has heard it.
  if (!now || (projectedHere.value && !now.act)) return null;
  const run = (): void => {
    state.bubble.value = null;
    now.act?.run();
  };
  return (
    <div class="bubble" ref={box}>
      <p>{now.text}</p>
      {now.act && (
        <button type="button" class="button strong" onClick={run}>
          {now.act.label}
        </button>
      )}
    </div>
  );
}

/** Two regions in turn, so that the same words are heard when they are said twice. */
export function Announcements() {
  const { text, turn } = state.announced.value;
  return (
    <div class="visually-hidden" data-announcements>
      <p aria-live="polite">{turn % 2 === 0 ? text : ""}</p>
      <p aria-live="polite">{turn % 2 === 1 ? text : ""}</p>
    </div>
  );
}

/** The little sign that says whether what was drawn is kept. That nothing remains is said by the sign of the keeping. */
export function SavedSign() {
  const now = state.status.value;
  const words = t().studio.drawing.status;
  if (!now || now === "gone" || now === "unkept") return null;
  return (
    <p class={`saved-sign is-${now}`} role="status">
      {words[now]}
    </p>
  );
}
