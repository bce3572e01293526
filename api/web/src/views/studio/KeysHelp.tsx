/** All keys on one small sheet. */
import { t } from "../../i18n";
import { Dialog } from "../../parts/Dialog";
import * as state from "./state";

export function KeysHelp() {
  if (!state.helping.value) return null;
  const { title, ...keys } = t().studio.drawing.keys;
  return (
    <Dialog title={title} onClose={() => (state.helping.value = false)}>
      <ul class="keys-help">
        {Object.entries(keys).map(([key, words]) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </Dialog>
  );
}
