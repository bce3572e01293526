/** Whatever is asked about keeping, over the sheet, and the sign beside it that says how long it stays. */
import { t } from "../../../i18n";
import { actionsBeyond } from "./beyond";
import { keeping } from "../state";
import { Fate } from "./Fate";
import { NewSheet } from "./NewSheet";
import { asked, askFate } from "./state";
import { Withdraw } from "./Withdraw";

actionsBeyond();

export function KeepingSlot() {
  const now = asked.value;
  if (now?.what === "new") return <NewSheet />;
  if (now?.what === "fate") return <Fate />;
  if (now?.what === "withdraw") return <Withdraw id={now.id} name={now.name} />;
  return null;
}

/** How long the sheet stays; pressing it decides anew. */
export function KeepingSign() {
  const now = keeping.value;
  const words = t().studio.keeping;
  if (!now) return null;
  return (
    <button type="button" class="button keeping-sign" title={words.button} onClick={askFate}>
      {words.now[now]}
    </button>
  );
}
