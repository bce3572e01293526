/** Before a sheet is open: a white one, whose keeping is decided first. */
import { t } from "../../i18n";
import { Icon } from "../../parts/Icon";
import { askNew } from "./keeping/state";

export function Entrance() {
  const words = t().studio.drawing;
  return (
    <div class="column studio-entrance">
      <h1>{words.title}</h1>
      <p class="lead">{words.entrance}</p>
      <p>
        <button type="button" class="button strong" onClick={askNew}>
          <Icon name="plus" /> {words.fresh}
        </button>
      </p>
    </div>
  );
}
