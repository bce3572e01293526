/** Step, play, and say aloud: the story at the pace of those who listen. */
import { useEffect, useState } from "preact/hooks";

import type { StoryLine } from "../../api/types";
import { lang, t } from "../../i18n";
import { Icon, type IconName } from "../../parts/Icon";
import { localVoice, sayAloud } from "./aloud";
import { step } from "./state";

/** Slow on purpose: time to read the sentence twice. */
export function pause(sentence: string): number {
  return 2500 + 60 * sentence.length;
}

export function ReplayControls({ lines }: { lines: readonly StoryLine[] }) {
  const words = t().story;
  const now = step.value;
  const last = lines.length;
  const [playing, setPlaying] = usePlaying(lines);
  const move = (to: number | null): void => {
    setPlaying(false);
    step.value = to;
  };
  const line = now === null ? undefined : lines[now - 1];
  const voice = localVoice(lang.value);
  return (
    <div class="replay" role="group" aria-label={words.controls}>
      <div class="replay-buttons">
        <Round icon="begin" label={words.begin} onClick={() => move(0)} />
        <Round icon="previous" label={words.previous} disabled={now === 0} onClick={() => move((now ?? last + 1) - 1)} />
        <Round
          icon={playing ? "pause" : "play"}
          label={playing ? words.pause : words.play}
          strong
          onClick={() => {
            if (!playing && (now === null || now >= last)) step.value = 1;
            setPlaying(!playing);
          }}
        />
        <Round icon="next" label={words.next} disabled={now === last} onClick={() => move(now === null ? 1 : now + 1)} />
        {voice && <Round icon="speak" label={words.aloud} disabled={!line} onClick={() => line && sayAloud(line.sentence, voice)} />}
        <button type="button" class="button plain" disabled={now === null} onClick={() => move(null)}>
          {words.all}
        </button>
      </div>
      <p class="quiet replay-where">{now === null ? "" : now === 0 ? words.before : words.step(now, last)}</p>
    </div>
  );
}

/** While playing, each arrow stays in sight long enough for its sentence; the last one stops the play. */
function usePlaying(lines: readonly StoryLine[]): [boolean, (on: boolean) => void] {
  const [playing, setPlaying] = useState(false);
  const now = step.value;
  useEffect(() => {
    if (!playing || now === null) return;
    const timer = setTimeout(() => {
      if (now >= lines.length) setPlaying(false);
      else step.value = now + 1;
    }, pause(lines[now - 1]?.sentence ?? ""));
    return () => clearTimeout(timer);
  }, [playing, now, lines]);
  return [playing, setPlaying];
}

function Round({ icon, label, onClick, disabled, strong }: { icon: IconName; label: string; onClick: () => void; disabled?: boolean; strong?: boolean }) {
  return (
    <button type="button" class={strong ? "round strong" : "round"} aria-label={label} title={label} disabled={disabled ?? false} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
