/** The room's own buttons: hold to see the names, hide them, show to all, the sign to open with; and the lock. */
import { useEffect, useRef, useState } from "preact/hooks";

import { t } from "../../../i18n";
import { Dialog } from "../../../parts/Dialog";
import { surroundings } from "../../../sharing/surroundings";
import { Picture, Sign } from "../keeping/Sign";
import { announce } from "../state";
import { closeNow } from "./lock-state";
import { SignChoice } from "./SignChoice";
import { begin, blocked, end, held, shownTo, veilOn, wallStands } from "./state";

export function RoomBar() {
  const words = t().studio.room;
  const [dialog, setDialog] = useState<"show" | "sign" | null>(null);
  const shown = shownTo.value !== "nobody";
  useWallWatch();
  return (
    <div class="room-bar" role="group" aria-label={words.bar}>
      {veilOn.value && <Hold />}
      <button
        type="button"
        class="round room-button"
        aria-pressed={veilOn.value}
        aria-label={words.veil.on}
        title={words.veil.on}
        onClick={switchVeil}
      >
        <Picture name="veil" />
        <span class="bar-word">{words.veil.short}</span>
      </button>
      {surroundings.value === "laptop" && (
        <button
          type="button"
          class="round room-button"
          aria-pressed={shown}
          aria-label={shown ? words.wall.close : words.wall.open}
          title={shown ? words.wall.close : words.wall.open}
          onClick={() => (shown ? end() : setDialog("show"))}
        >
          <Picture name="wall" />
          <span class="bar-word">{shown ? words.wall.closeShort : words.wall.openShort}</span>
        </button>
      )}
      <button
        type="button"
        class="round room-button"
        aria-label={words.lock.change}
        title={words.lock.change}
        onClick={() => setDialog("sign")}
      >
        <Picture name="dots" />
        <span class="bar-word">{words.lock.changeShort}</span>
      </button>
      {dialog === "show" && <ShowChoice onClose={() => setDialog(null)} />}
      {dialog === "sign" && <SignChoice onClose={() => setDialog(null)} />}
    </div>
  );
}

/** What was said last may hold a name: saying that names are hidden takes its place. */
function switchVeil(): void {
  veilOn.value = !veilOn.value;
  const { hidden, shown } = t().studio.room.veil;
  announce(veilOn.value ? hidden : shown);
}

/** In the corner, large: the page closes at once. */
export function LockButton() {
  const words = t().studio.room.lock;
  return (
    <button type="button" class="round room-lock" aria-label={words.button} title={words.hint} onClick={closeNow}>
      <Picture name="lock" />
    </button>
  );
}

/** Names show while a finger, a mouse button or a key is down on this, and not a moment longer. */
function Hold() {
  const words = t().studio.room.veil;
  const button = useRef<HTMLButtonElement>(null);
  const set = (on: boolean) => (): void => {
    if (held.peek() === on) return;
    held.value = on;
    announce(on ? words.shown : words.hidden);
  };
  const key = (on: boolean) => (event: KeyboardEvent): void => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    set(on)();
  };
  useEffect(() => () => void (held.value = false), []);
  return (
    <button
      ref={button}
      type="button"
      class={held.value ? "round room-hold holding" : "round room-hold"}
      aria-label={words.hold}
      title={words.hold}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        set(true)();
      }}
      onPointerUp={set(false)}
      onPointerCancel={set(false)}
      onLostPointerCapture={set(false)}
      onKeyDown={key(true)}
      onKeyUp={key(false)}
      onBlur={set(false)}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Picture name="eye" />
      <span class="bar-word">{words.holdShort}</span>
    </button>
  );
}

function ShowChoice({ onClose }: { onClose: () => void }) {
  const words = t().studio.room.wall;
  const show = (where: "here" | "wall"): void => {
    begin(where);
    if (blocked.peek()) return;
    announce(words.on);
    onClose();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div class="signs">
        <Sign picture="wall" label={words.screen} says={words.screenSays} autofocus onChoose={() => show("wall")} />
        <Sign picture="mirror" label={words.here} says={words.hereSays} onChoose={() => show("here")} />
      </div>
      {blocked.value && (
        <p class="fault" role="alert">
          {words.blocked}
        </p>
      )}
    </Dialog>
  );
}

/** Somebody may close the wall's window by itself. */
function useWallWatch(): void {
  const on = shownTo.value === "wall";
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => {
      if (wallStands()) return;
      end();
      announce(t().studio.room.wall.gone);
    }, 1000);
    return () => clearInterval(timer);
  }, [on]);
}
