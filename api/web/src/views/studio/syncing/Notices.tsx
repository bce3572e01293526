/**
 * What the desk has to say about others and about the network: a word each, that goes when it was seen. Nothing of it
 * reaches the wall; a screen that everybody sees shows no count, and what was not accepted waits until it is one's own.
 */
import { useEffect, useState } from "preact/hooks";

import { Refusal } from "../../../api/client";
import { lang, said, t } from "../../../i18n";
import { Refused } from "../../../parts/Refused";
import type { Desk } from "../../../studio/desk";
import type { Notice } from "../../../studio/notice";
import { nameOf } from "../doing";
import { projectedHere } from "../room/state";
import * as state from "../state";
import { putBack } from "./restore";

/** Acts that wait longer than this are counted aloud. */
const SOON = 2500;

export function Notices() {
  const desk = state.desk.value;
  useChanges(desk);
  const waits = useWaiting(desk) && !desk?.notices.some(({ kind }) => kind === "lost");
  // Also when somebody has just entered again with the key of a new start.
  useEffect(() => desk?.wake(), [desk]);
  useStaying((desk?.unsent ?? 0) > 0);
  if (!desk) return null;
  const words = t().studio.syncing;
  return (
    <div class="notices" role="status">
      {waits && (
        <div class="notice">
          <p>{desk.unsent > 0 && !projectedHere.value ? words.waiting(desk.unsent) : words.away}</p>
          <button type="button" class="button" onClick={() => desk.wake()}>
            {words.retry}
          </button>
        </div>
      )}
      {shownOf(desk.notices).map((notice) => (
        <div class="notice" key={notice.id}>
          <p>{sentence(notice)}</p>
          {notice.kind === "lost" ? (
            <PutBack desk={desk} />
          ) : (
            <button type="button" class="button" onClick={() => seen(desk, notice)}>
              {notice.kind === "gone" ? t().studio.drawing.leave : words.dismiss}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

function shownOf(notices: readonly Notice[]): readonly Notice[] {
  return projectedHere.value ? notices.filter(({ kind }) => kind !== "refused") : notices;
}

/** The sheet is in this page only: one button puts it back. */
function PutBack({ desk }: { desk: Desk }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const again = (): void => {
    setRefusal(null);
    putBack(desk).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    });
  };
  return (
    <>
      <button type="button" class="button strong" onClick={again}>
        {t().studio.syncing.putBack}
      </button>
      {refusal && <Refused refusal={refusal} />}
    </>
  );
}

/** Drawn anew at every change of the desk, also at one that leaves the sheet as it is. */
function useChanges(desk: Desk | null): void {
  const [, turn] = useState(0);
  useEffect(() => desk?.subscribe(() => turn((one) => one + 1)), [desk]);
}

/** Whether the network has been away for a moment. */
function useWaiting(desk: Desk | null): boolean {
  const away = desk?.status === "away";
  const [long, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (!away) return undefined;
    const timer = setTimeout(() => setLong(true), SOON);
    return () => clearTimeout(timer);
  }, [away]);
  return away && long;
}

/** The browser asks before a page is closed that alone holds the last gestures, or the last thing taken back. */
function useStaying(needed: boolean): void {
  useEffect(() => {
    if (!needed) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [needed]);
}

function seen(desk: Desk, notice: Notice): void {
  if (notice.kind === "gone") state.lay(null);
  else desk.dismiss(notice.id);
}

function sentence(notice: Notice): string {
  const words = t().studio.syncing;
  switch (notice.kind) {
    case "gone":
      return words.gone[notice.why];
    case "withdrawn":
      return words.withdrawn;
    case "lost":
      return words.lost;
    case "conflict": {
      const [only, ...more] = new Set(notice.elements.map(nameOf).filter(Boolean));
      return only && more.length === 0 ? words.conflict(named(only)) : words.conflictElsewhere;
    }
    default:
      return `${words.takenBack} ${reason(notice)}`;
  }
}

/** The page's own words when it has some; else what the server said. */
function reason({ code, says }: Extract<Notice, { kind: "refused" }>): string {
  const { refused } = t().studio.syncing;
  if (Object.hasOwn(refused, code)) return refused[code as keyof typeof refused];
  return says ? said(says) : refused.other;
}

function named(name: string): string {
  return lang.value === "fr" ? `« ${name} »` : `“${name}”`;
}
