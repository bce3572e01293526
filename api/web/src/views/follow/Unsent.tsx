/** Says what waits for the server, for as long as it waits. */
import { t } from "../../i18n";
import { flush, waiting } from "./outbox";
import { load } from "./state";

export function Unsent() {
  const words = t().follow;
  const count = waiting.value.length;
  if (count === 0) return null;
  const again = async (): Promise<void> => {
    await flush();
    load();
  };
  return (
    <div class="refused unsent" role="status">
      <p class="refused-title">{words.unsent(count)}</p>
      <p>{words.unsentHint}</p>
      <button type="button" class="button" onClick={() => void again()}>
        {t().app.retry}
      </button>
    </div>
  );
}
