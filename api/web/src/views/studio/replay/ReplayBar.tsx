/** Under the sheet while it is shown again: what is replayed, how far, its sentence, and the way back to today. */
import { useEffect } from "preact/hooks";

import { said, t } from "../../../i18n";
import { Icon } from "../../../parts/Icon";
import { PenBadge } from "../../../parts/PenBadge";
import { usePlaying, type Playing, type Told } from "../../../parts/playing";
import { Segmented } from "../../../parts/Segmented";
import { Transport } from "../../../parts/Transport";
import { Aloud } from "./Aloud";
import { DateChoice } from "./DateChoice";
import { Slider } from "./Slider";
import { at, last, mode, sentenceAt, show, start, stop, story, turn } from "./state";

const MODES = ["drawing", "story", "date"] as const;

export function ReplayBar() {
  const on = mode.value;
  useKeys(on !== null);
  useFocusBack(on !== null);
  if (on === null) return null;
  const words = t().studio.replay;
  return (
    <section class="replay" aria-label={words.title}>
      <div class="replay-head">
        <Segmented
          legend={words.mode}
          value={on}
          onChange={start}
          choices={MODES.map((value) => ({ value, label: words.modes[value] }))}
        />
        <p class="replay-past">{words.past}</p>
        <button type="button" class="button strong" onClick={stop}>
          <Icon name="back" /> <span>{words.back}</span>
        </button>
      </div>
      {on === "date" ? <DateChoice /> : <Steps key={on} of={on} />}
    </section>
  );
}

function Steps({ of }: { of: "drawing" | "story" }) {
  const words = t().studio.replay;
  const told: Told = { at: at.value, last: last.value, sentenceAt, show };
  const playing = usePlaying(told);
  if (told.last === 0) return <p class="quiet">{of === "story" ? words.noArrow : words.noStep}</p>;
  return (
    <>
      <div class="replay-row">
        <Transport told={told} playing={playing} words={words[of]} />
        <Slider of={of} onMove={playing.stop} />
      </div>
      <div class="replay-row">
        <Sentence of={of} playing={playing} />
        <Aloud sentence={sentenceAt(told.at ?? 0)} />
      </div>
    </>
  );
}

/** Said politely to a screen reader at each step. */
function Sentence({ of, playing }: { of: "drawing" | "story"; playing: Playing }) {
  const words = t().studio.replay;
  const now = at.value;
  const line = of === "story" ? story.value[now - 1] : undefined;
  const text = sentenceAt(now);
  const count = of === "story" ? words.arrowOf(now, last.value) : words.stepOf(now, last.value);
  return (
    <div class="sentence" aria-live="polite" data-playing={playing.on || undefined}>
      {line && <PenBadge pen={line.pen} number={line.number} />}
      {now === 0 && <p class="quiet">{of === "story" ? words.before : words.blank}</p>}
      {now > 0 && (
        <p>
          <bdi data-from-server>{said(text)}</bdi> <span class="visually-hidden">{count}</span>
        </p>
      )}
    </div>
  );
}

/** The bar that goes takes the focus along: it goes back to the paper. */
function useFocusBack(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    return () => {
      const held = document.activeElement;
      if (held === null || held === document.body || held.closest(".replay"))
        document.querySelector<HTMLElement>(".studio-frame")?.focus({ preventScroll: true });
    };
  }, [on]);
}

/** Page keys (a presenter's remote) step; Escape goes back to today. */
function useKeys(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const key = (event: KeyboardEvent): void => {
      if (document.querySelector("dialog[open]")) return;
      if (event.key === "PageDown") turn(1);
      else if (event.key === "PageUp") turn(-1);
      else if (event.key === "Escape") stop();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", key);
    return () => document.removeEventListener("keydown", key);
  }, [on]);
}
