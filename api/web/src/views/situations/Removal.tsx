/** Take a situation away for good, asked twice. */
import { useState } from "preact/hooks";

import { Refusal } from "../../api/client";
import type { SituationSummary } from "../../api/types";
import { said, t } from "../../i18n";
import { Dialog } from "../../parts/Dialog";
import { Icon } from "../../parts/Icon";
import { Refused } from "../../parts/Refused";
import { remove } from "./state";

export function Removal({ situation }: { situation: SituationSummary }) {
  const words = t().situations;
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = async (): Promise<void> => {
    try {
      await remove(situation.id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    }
  };
  return (
    <>
      <button
        type="button"
        class="round quiet-button card-remove"
        aria-label={words.remove(situation.title)}
        title={words.removeTitle}
        onClick={() => setAsking(true)}
      >
        <Icon name="bin" />
      </button>
      {asking && (
        <Dialog title={words.removeTitle} onClose={() => setAsking(false)}>
          <div class="form">
            <p data-from-server>« {said(situation.title)} »</p>
            <p>{words.removeAsk}</p>
            {refusal && <Refused refusal={refusal} />}
            <div class="form-end">
              <button type="button" class="button plain" onClick={() => setAsking(false)}>
                {t().app.cancel}
              </button>
              <button type="button" class="button strong" onClick={take}>
                {words.removeYes}
              </button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
