/** The numbered story: each arrow's sentence in order; choosing one shows the sheet as it was told up to there. */
import { useEffect, useRef } from "preact/hooks";

import type { Story, StoryLine } from "../../api/types";
import { pens } from "../../app/pens";
import { t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { PenBadge } from "../../parts/PenBadge";
import { ReplayControls } from "./ReplayControls";
import { loadSheet, step, story } from "./state";

export function StoryPanel() {
  const words = t().story;
  return (
    <section class="story">
      <h2>{words.title}</h2>
      <Awaited of={story} retry={loadSheet}>
        {(told) =>
          told.lines.length === 0 ? (
            <p class="empty">{words.none}</p>
          ) : (
            <>
              <ReplayControls lines={told.lines} />
              <Lines told={told} />
            </>
          )
        }
      </Awaited>
    </section>
  );
}

function Lines({ told }: { told: Story }) {
  const rows = useRef<HTMLOListElement>(null);
  const now = step.value;
  useEffect(() => {
    if (now) rows.current?.children[now - 1]?.scrollIntoView?.({ block: "nearest" });
  }, [now]);
  return (
    <ol class="story-lines" ref={rows}>
      {told.lines.map((line, index) => (
        <Line key={line.arrow} line={line} rank={index + 1} />
      ))}
    </ol>
  );
}

function Line({ line, rank }: { line: StoryLine; rank: number }) {
  const now = step.value;
  const pen = pens.value?.pens.find((one) => one.id === line.pen)?.name ?? line.pen;
  return (
    <li class={now !== null && rank > now ? "untold-line" : ""}>
      <button type="button" class="story-line" aria-current={now === rank ? "step" : undefined} onClick={() => (step.value = rank)}>
        <PenBadge pen={line.pen} number={line.number} />
        <span class="story-words" data-from-server>
          <span class="story-sentence">{line.sentence}</span>
          <span class="visually-hidden">, {t().story.drawn(pen)}</span>
          {(line.when || line.label) && <span class="quiet">{[line.when, line.label].filter(Boolean).join(" · ")}</span>}
        </span>
      </button>
    </li>
  );
}
