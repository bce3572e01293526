/** A referral noted by mistake, or that the person takes back: asked twice, and nothing of it is left. */
import { useState } from "preact/hooks";

import { t } from "../../i18n";
import { forgetNow } from "./state";

export function Forget({ of }: { of: string }) {
  const words = t().follow.forgetting;
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <button type="button" class="button" data-answer="forget" onClick={() => setSure(true)}>
        {words.ask}
      </button>
    );
  }
  return (
    <div class="refused">
      <p>{words.sure}</p>
      <button type="button" class="button strong" onClick={() => void forgetNow(of)}>
        {words.yes}
      </button>
    </div>
  );
}
