/** Beside the tools: show the sheet again, and set a mark at this moment of the drawing. */
import { t } from "../../../i18n";
import { Icon } from "../../../parts/Icon";
import { announce, desk, living } from "../state";
import { mode, start } from "./state";

export function ReplayButtons() {
  const words = t().studio.replay;
  const empty = (desk.value?.log.length ?? 0) === 0 || !living.value;
  const mark = (): void => {
    desk.peek()?.mark();
    announce(words.marked);
  };
  return (
    <>
      <button
        type="button"
        class="button"
        aria-pressed={mode.value !== null}
        disabled={empty}
        onClick={() => start("drawing")}
      >
        <Icon name="replay" /> <span>{words.open}</span>
      </button>
      <button type="button" class="button" disabled={empty || mode.value !== null} onClick={mark}>
        <Icon name="mark" /> <span>{words.mark}</span>
      </button>
    </>
  );
}
