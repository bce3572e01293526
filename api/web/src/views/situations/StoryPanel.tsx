/** The numbered story: each arrow's sentence in order; choosing one shows the sheet as it was told up to there. */
import { useEffect, useRef } from "preact/hooks";

import type { Story, StoryLine } from "../../api/types";
import { pens } from "../../app/pens";
import { lang, said, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { PenBadge } from "../../parts/PenBadge";
import { dateInWords } from "../../parts/words";
import { loadSheet, options, step, story } from "./state";

export function StoryPanel() {
  const words = t().story;
  return (
    <section class="story">
      <h2>{words.title}</h2>
      <Awaited of={story} retry={loadSheet}>
        {(told) => (told.lines.length === 0 ? <p class="empty">{words.none}</p> : <Lines told={told} />)}
      </Awaited>
    </section>
  );
}

function Lines({ told }: { told: Story }) {
  const rows = useRef<HTMLOListElement>(null);
  const now = step.value;
  useEffect(() => {
    if (now) bringIntoPanel(rows.current?.children[now - 1]);
  }, [now]);
  return (
    <ol class="story-lines" ref={rows}>
      {told.lines.map((line, index) => (
        <Line key={line.arrow} line={line} rank={index + 1} />
      ))}
    </ol>
  );
}

/** Scrolls the panel beside the sheet, never the page: on a phone the sheet must stay in sight. */
function bringIntoPanel(row: Element | undefined): void {
  const panel = row?.closest(".desk-side");
  if (!row || !panel || panel.scrollHeight <= panel.clientHeight) return;
  const [inner, outer] = [row.getBoundingClientRect(), panel.getBoundingClientRect()];
  if (inner.top < outer.top + 60) panel.scrollTop -= outer.top + 60 - inner.top;
  else if (inner.bottom > outer.bottom - 16) panel.scrollTop += inner.bottom - outer.bottom + 16;
}

function Line({ line, rank }: { line: StoryLine; rank: number }) {
  const now = step.value;
  const pen = pens.value?.pens.find((one) => one.id === line.pen)?.name ?? line.pen;
  const note = [line.when && dateInWords(line.when, lang.value), line.label].filter(Boolean).join(" · ");
  return (
    <li class={now !== null && rank > now ? "untold-line" : ""}>
      <button
        type="button"
        class="story-line"
        aria-current={now === rank ? "step" : undefined}
        onClick={() => (step.value = rank)}
      >
        <PenBadge pen={line.pen} number={line.number} palette={options.value.palette} />
        <span class="story-words" data-from-server>
          <span class="story-sentence">{said(line.sentence)}</span>
          <span class="visually-hidden">, {t().story.drawn(pen)}</span>
          {note && <span class="quiet">{said(note)}</span>}
        </span>
      </button>
    </li>
  );
}
