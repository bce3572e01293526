/** The quick lock of this page: closed, the page holds nothing but a neutral screen. Needs nothing of the studio. */
import { signal } from "@preact/signals";

import { closeOnTheWayOut, ServerKeeper } from "../../../api/lock";
import { isLockKey, Leaving, PageKeeper, type Keeper, type Kind, type Lift } from "../../../studio/lock";

/** How the page opens again: with nothing, with dots, with words. */
export type SignKind = "none" | Kind;

export const closed = signal(false);
export const signKind = signal<SignKind>("none");
/** Whether leaving the window closes the page; on as soon as there is a sign to open it with. */
export const leavingCloses = signal(false);

/** Told when the page closes, before anything else happens: the wall goes blank, a voice stops. */
const closing = new Set<() => void>();
export function whenClosing(work: () => void): () => void {
  closing.add(work);
  return () => void closing.delete(work);
}

/** Windows of ours that may have the focus without the page being left. */
export const ours = new Set<() => boolean>();

let keeper: Keeper = new ServerKeeper();
/** Whether a server keeps the sign, and is to hear that this page goes. */
let served = true;

/** A page without a server keeps its sign itself. */
export function keepHere(): void {
  keeper = new PageKeeper();
  served = false;
}

/** Close at once; the server hears of it too. */
export function closeNow(): void {
  if (closed.peek()) return;
  for (const work of closing) work();
  globalThis.speechSynthesis?.cancel();
  closed.value = true;
  // The page is closed whether or not the server was reached: it will be asked again before anything is shown.
  if (signKind.peek() !== "none") keeper.close().catch(() => undefined);
}

/** Try a sign. Without one, whoever asks is let in. */
export async function tryToLift(sign: string): Promise<Lift> {
  if (signKind.peek() === "none") {
    closed.value = false;
    return { lifted: true };
  }
  const tried = await keeper.lift(sign);
  if (tried.lifted) closed.value = false;
  return tried;
}

/** Take a sign, or none. */
export async function chooseSign(kind: SignKind, sign: string | null): Promise<void> {
  await keeper.choose(sign, kind === "none" ? "words" : kind);
  signKind.value = sign === null ? "none" : kind;
  leavingCloses.value = sign !== null;
}

/** A page that begins: if this session has a sign, nothing is shown without it. */
export async function readLock(): Promise<void> {
  try {
    const known = await keeper.read();
    if (!known.chosen) return;
    signKind.value = known.kind || "words";
    leavingCloses.value = true;
    closed.value = true;
    await keeper.close();
  } catch {
    // Nobody answers, or not to this browser: there is nothing to show either.
  }
}

/** Hear the keys and the leaving; returns how to stop. */
export function watchTheDoor(): () => void {
  const leaving = new Leaving(
    {
      hidden: () => document.visibilityState === "hidden",
      focused: () => document.hasFocus(),
      later: (work, milliseconds) => void setTimeout(work, milliseconds),
    },
    () => leavingCloses.peek() && closeNow(),
    () => [...ours].some((has) => has()),
  );
  const key = (event: KeyboardEvent): void => {
    if (!isLockKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
    closeNow();
  };
  const hidden = (): void => leaving.visibility();
  const blurred = (): void => leaving.blurred();
  const gone = (): void => void (served && signKind.peek() !== "none" && closeOnTheWayOut());
  addEventListener("keydown", key, true);
  document.addEventListener("visibilitychange", hidden);
  addEventListener("blur", blurred);
  addEventListener("pagehide", gone);
  return () => {
    removeEventListener("keydown", key, true);
    document.removeEventListener("visibilitychange", hidden);
    removeEventListener("blur", blurred);
    removeEventListener("pagehide", gone);
  };
}
