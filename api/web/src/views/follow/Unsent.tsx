/** Says what waits for the server, for as long as it waits. */
import { t } from "../../i18n";
import { Refused } from "../../parts/Refused";
import { away, flush, refusedLate, waiting } from "./outbox";
import { load } from "./state";

export function Unsent() {
  const words = t().follow;
  const again = (): void => {
    refusedLate.value = null;
    void flush().then(load);
  };
  const count = waiting.value.length;
  if (refusedLate.value) return <Refused refusal={refusedLate.value} retry={again} />;
  if (count === 0 || !away.value) return null;
  return (
    <div class="refused unsent" role="status">
      <p class="refused-title">{words.unsent(count)}</p>
      <p>{words.unsentHint}</p>
      <button type="button" class="button" onClick={again}>
        {t().app.retry}
      </button>
    </div>
  );
}
