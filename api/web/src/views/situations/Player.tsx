/** Under the sheet: step by step through the story, its sentence large, at the pace of those who listen. */
import type { StoryLine } from "../../api/types";
import { lang, said, t } from "../../i18n";
import { PenBadge } from "../../parts/PenBadge";
import { usePlaying, type Told } from "../../parts/playing";
import { Round, Transport } from "../../parts/Transport";
import { localVoice, sayAloud } from "./aloud";
import { inList, options, presenting, step, story } from "./state";

export function Player() {
  const words = t();
  const told = story.value;
  const lines = told?.lines ?? [];
  // Its place is kept until the story is here: the sheet above must not jump when it comes.
  const awaited = told === undefined && story.known.value.state !== "failed" && (inList()?.activations ?? 1) > 0;
  if (lines.length === 0 && !awaited) return null;
  return (
    <figcaption class={awaited ? "player awaited-player" : "player"}>
      <Steps lines={lines} />
      <Sentence lines={lines} />
      <div class="player-end">
        <Aloud lines={lines} />
        {step.value !== null && (
          <button type="button" class="button plain" onClick={() => (step.value = null)}>
            {words.story.all}
          </button>
        )}
        {presenting.value && (
          <button type="button" class="button" onClick={() => (presenting.value = false)}>
            {words.sheet.presentEnd}
          </button>
        )}
      </div>
    </figcaption>
  );
}

function Steps({ lines }: { lines: readonly StoryLine[] }) {
  const told: Told = {
    at: step.value,
    last: lines.length,
    sentenceAt: (at) => lines[at - 1]?.sentence ?? "",
    show: (at) => (step.value = at),
  };
  return <Transport told={told} playing={usePlaying(told)} words={t().story} />;
}

/** Said politely to a screen reader at each step. */
function Sentence({ lines }: { lines: readonly StoryLine[] }) {
  const words = t().story;
  const now = step.value;
  const line = now === null ? undefined : lines[now - 1];
  return (
    <div class="sentence" aria-live="polite">
      {line && (
        <>
          <PenBadge pen={line.pen} number={line.number} palette={options.value.palette} />
          <p>
            <span data-from-server>{said(line.sentence)}</span>
            <span class="visually-hidden"> {words.step(line.number, lines.length)}</span>
          </p>
        </>
      )}
      {!line && <p class="quiet">{now === null ? words.invite : words.before}</p>}
    </div>
  );
}

/** Nothing is said aloud while the sheet is projected. */
function Aloud({ lines }: { lines: readonly StoryLine[] }) {
  const voice = presenting.value ? undefined : localVoice(lang.value);
  const line = step.value === null ? undefined : lines[step.value - 1];
  if (!voice || !line) return null;
  return <Round icon="speak" label={t().story.aloud} onClick={() => sayAloud(line.sentence, voice)} />;
}
