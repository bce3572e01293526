/** Beside the tools: show the sheet again, and set a mark at this moment of the drawing. */
import { t } from "../../../i18n";
import { Icon } from "../../../parts/Icon";
import { announce, desk, living } from "../state";
import { mode, start, stop } from "./state";

export function ReplayButtons() {
  const words = t().studio.replay;
  const empty = !living.value || (desk.value?.log.length ?? 0) === 0;
  const mark = (): void => {
    desk.peek()?.mark();
    announce(words.marked);
  };
  const replayed = mode.value !== null;
  return (
    <>
      <button
        type="button"
        class="round"
        aria-pressed={replayed}
        aria-label={words.open}
        title={words.open}
        disabled={empty}
        onClick={() => (replayed ? stop() : start("drawing"))}
      >
        <Icon name="replay" />
        <span class="bar-word">{words.open}</span>
      </button>
      <button type="button" class="round" aria-label={words.mark} title={words.mark} disabled={empty || replayed} onClick={mark}>
        <Icon name="mark" />
        <span class="bar-word">{words.markShort}</span>
      </button>
    </>
  );
}
