/** How far the replay is: a real slider, with the marks that were set while drawing. */
import { useId } from "preact/hooks";

import { t } from "../../../i18n";
import { Icon } from "../../../parts/Icon";
import { projectedHere } from "../room/state";
import { at, last, marked, show } from "./state";

export function Slider({ of, onMove }: { of: "drawing" | "story"; onMove: () => void }) {
  const id = useId();
  const words = t().studio.replay;
  const marks = of === "drawing" ? marked.value : [];
  const [now, end] = [at.value, last.value];
  const go = (step: number): void => {
    onMove();
    show(step);
  };
  return (
    <div class="replay-slider">
      <label class="visually-hidden" for={id}>
        {words.slider[of]}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={end}
        step={1}
        value={now}
        list={marks.length > 0 ? `${id}-marks` : undefined}
        aria-valuetext={of === "story" ? words.arrowOf(now, end) : words.stepOf(now, end)}
        onInput={(event) => go(Number(event.currentTarget.value))}
      />
      {!projectedHere.value && (
        <output for={id} class="quiet" aria-hidden="true">
          {now} / {end}
        </output>
      )}
      {marks.length > 0 && (
        <>
          <datalist id={`${id}-marks`}>
            {marks.map((frame) => (
              <option key={frame} value={frame} />
            ))}
          </datalist>
          <ul class="replay-marks" aria-label={words.marks}>
            {marks.map((frame, rank) => (
              <li key={frame}>
                <button
                  type="button"
                  class="chip-button"
                  aria-current={frame === now ? "step" : undefined}
                  aria-label={words.toMark(rank + 1)}
                  onClick={() => go(frame)}
                >
                  <Icon name="mark" /> {rank + 1}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
