/** The four round buttons of a replay: to the beginning, back, play or pause, on. */
import { turned } from "../studio/player";
import { Icon, type IconName } from "./Icon";
import type { Playing, Told } from "./playing";

interface Props {
  told: Told;
  playing: Playing;
  words: { controls: string; begin: string; previous: string; next: string; play: string; pause: string };
}

export function Transport({ told, playing, words }: Props) {
  const { at, last, show } = told;
  const stopAnd = (next: number): void => {
    playing.stop();
    show(next);
  };
  return (
    <div class="player-steps" role="group" aria-label={words.controls}>
      <Round icon="begin" label={words.begin} onClick={() => stopAnd(0)} />
      <Round icon="previous" label={words.previous} disabled={at === 0} onClick={() => stopAnd(turned(at, -1, last))} />
      <Round
        icon={playing.on ? "pause" : "play"}
        label={playing.on ? words.pause : words.play}
        strong
        onClick={playing.toggle}
      />
      <Round icon="next" label={words.next} disabled={at === last} onClick={() => stopAnd(turned(at, 1, last))} />
    </div>
  );
}

interface RoundProps {
  icon: IconName;
  label: string;
  onClick: () => void;
  disabled?: boolean;
  strong?: boolean;
}

export function Round({ icon, label, onClick, disabled, strong }: RoundProps) {
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
