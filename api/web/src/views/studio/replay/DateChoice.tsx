/** The sheet at a date: the dates it names, as stops, and any other day. */
import { useEffect, useId, useRef } from "preact/hooks";

import { lang, t } from "../../../i18n";
import { dateInWords } from "../../../parts/words";
import { lastDay } from "../../../gestures/dates";
import { date, dates } from "./state";

export function DateChoice() {
  const words = t().studio.replay;
  const named = dates.value;
  const now = date.value;
  return (
    <div class="replay-dates">
      {named.length > 0 ? <Stops named={named} /> : <p class="quiet">{words.noDate}</p>}
      <OtherDate />
      <p class="sentence" role="status">
        {now ? words.atDate(dateInWords(now, lang.value)) : ""}
      </p>
      <p class="quiet">{words.dateHint}</p>
    </div>
  );
}

function Stops({ named }: { named: readonly string[] }) {
  const id = useId();
  const words = t().studio.replay;
  const now = date.value ?? "";
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => list.current?.querySelector("[aria-current]")?.scrollIntoView?.({ block: "nearest", inline: "center" }), [now]);
  const rank = Math.max(0, named.findLastIndex((one) => lastDay(one) <= lastDay(now || "9999")));
  return (
    <div class="replay-slider">
      <label class="visually-hidden" for={id}>
        {words.slider.date}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={named.length - 1}
        step={1}
        value={rank}
        list={`${id}-stops`}
        aria-valuetext={dateInWords(named[rank] ?? "", lang.value)}
        onInput={(event) => (date.value = named[Number(event.currentTarget.value)] ?? null)}
      />
      <datalist id={`${id}-stops`}>
        {named.map((one, at) => (
          <option key={one} value={at} />
        ))}
      </datalist>
      <ol class="replay-stops" ref={list}>
        {named.map((one) => (
          <li key={one}>
            <button type="button" class="chip-button" aria-current={one === now ? "date" : undefined} onClick={() => (date.value = one)}>
              {dateInWords(one, lang.value)}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

function OtherDate() {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t().studio.replay.otherDate}</label>
      <input
        id={id}
        type="date"
        value={date.value?.length === 10 ? date.value : ""}
        onInput={(event) => event.currentTarget.value && (date.value = event.currentTarget.value)}
      />
    </div>
  );
}
