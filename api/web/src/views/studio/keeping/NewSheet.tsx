/** Before the first touch: what will remain of the sheet, in three large signs. Nothing, unless one says otherwise. */
import { useState } from "preact/hooks";

import { Refusal } from "../../../api/client";
import { Wishes } from "../../../api/making";
import { t } from "../../../i18n";
import { Dialog } from "../../../parts/Dialog";
import { Refused } from "../../../parts/Refused";
import type { Keeping } from "../../../studio/desk";
import { signKind } from "../room/lock-state";
import { SignChoice } from "../room/SignChoice";
import { veilOn } from "../room/state";
import { DayChoice } from "./DayChoice";
import { Sign } from "./Sign";
import { asked, beginSheet } from "./state";

export function NewSheet() {
  const words = t().studio.keeping.fresh;
  const [choosing, setChoosing] = useState(false);
  const [signing, setSigning] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [wishes] = useState(() => new Wishes());
  const close = (): void => void (asked.value = null);
  const begin = async (keeping: Exclude<Keeping, "file">, day = ""): Promise<void> => {
    setRefusal(null);
    try {
      await beginSheet(wishes, keeping, day);
      close();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    }
  };
  return (
    <Dialog title={words.title} onClose={close}>
      <div class="signs">
        <Sign picture="nothing" label={words.none} says={words.noneSays} autofocus class="first" onChoose={() => begin("none")} />
        <Sign picture="tonight" label={words.tonight} says={words.tonightSays} onChoose={() => begin("tonight")} />
        <Sign picture="date" label={words.date} says={words.dateSays} pressed={choosing} onChoose={() => setChoosing(!choosing)} />
      </div>
      {choosing && <DayChoice label={words.begin} onChoose={(day) => begin("date", day)} />}
      {refusal && <Refused refusal={refusal} />}
      <label class="room-shared">
        <input type="checkbox" checked={veilOn.value} onChange={(event) => (veilOn.value = event.currentTarget.checked)} />
        <span>{words.shared}</span>
      </label>
      <p class="new-sheet-end">
        <span class="quiet">{words.later}</span>
        {signKind.value === "none" && (
          <button type="button" class="button plain" onClick={() => setSigning(true)}>
            {t().studio.room.lock.change}
          </button>
        )}
      </p>
      {signing && <SignChoice onClose={() => setSigning(false)} />}
    </Dialog>
  );
}
