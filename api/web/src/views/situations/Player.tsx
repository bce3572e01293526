/** Under the sheet: step by step through the story, its sentence large, at the pace of those who listen. */
import { useEffect, useState } from "preact/hooks";

import type { StoryLine } from "../../api/types";
import { lang, said, t } from "../../i18n";
import { Icon, type IconName } from "../../parts/Icon";
import { PenBadge } from "../../parts/PenBadge";
import { localVoice, sayAloud } from "./aloud";
import { options, presenting, step, story, turn } from "./state";

/** Slow on purpose: time to read the sentence twice. Milliseconds. */
export function pause(sentence: string): number {
  return 2500 + 60 * sentence.length;
}

export function Player() {
  const words = t();
  const lines = story.value?.lines ?? [];
  if (lines.length === 0) return null;
  return (
    <figcaption class="player">
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
  const words = t().story;
  const now = step.value;
  const last = lines.length;
  const [playing, setPlaying] = usePlaying(lines);
  const stopAnd = (move: () => void): void => {
    setPlaying(false);
    move();
  };
  const play = (): void => {
    if (!playing && (now === null || now >= last)) step.value = 1;
    setPlaying(!playing);
  };
  return (
    <div class="player-steps" role="group" aria-label={words.controls}>
      <Round icon="begin" label={words.begin} onClick={() => stopAnd(() => (step.value = 0))} />
      <Round icon="previous" label={words.previous} disabled={now === 0} onClick={() => stopAnd(() => turn(-1))} />
      <Round icon={playing ? "pause" : "play"} label={playing ? words.pause : words.play} strong onClick={play} />
      <Round icon="next" label={words.next} disabled={now === last} onClick={() => stopAnd(() => turn(1))} />
    </div>
  );
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

/** While playing, each arrow stays in sight long enough for its sentence; the last one stops the play. */
function usePlaying(lines: readonly StoryLine[]): [boolean, (on: boolean) => void] {
  const [playing, setPlaying] = useState(false);
  const now = step.value;
  useEffect(() => {
    if (!playing || now === null) return;
    const timer = setTimeout(
      () => {
        if (now >= lines.length) setPlaying(false);
        else step.value = now + 1;
      },
      pause(lines[now - 1]?.sentence ?? ""),
    );
    return () => clearTimeout(timer);
  }, [playing, now, lines]);
  return [playing, setPlaying];
}

function Aloud({ lines }: { lines: readonly StoryLine[] }) {
  const voice = localVoice(lang.value);
  const line = step.value === null ? undefined : lines[step.value - 1];
  if (!voice || !line) return null;
  return <Round icon="speak" label={t().story.aloud} onClick={() => sayAloud(line.sentence, voice)} />;
}

interface RoundProps {
  icon: IconName;
  label: string;
  onClick: () => void;
  disabled?: boolean;
  strong?: boolean;
}

function Round({ icon, label, onClick, disabled, strong }: RoundProps) {
  return (
    <button
      type="button"
      class={strong ? "round strong" : "round"}
      aria-label={label}
      title={label}
      disabled={disabled ?? false}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
