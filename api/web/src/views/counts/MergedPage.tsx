/** The page to print of partners' files together. The server keeps none of them, so they are sent again for it. */
import { useState } from "preact/hooks";

import { Refusal } from "../../api/client";
import { mergedPage } from "../../api/counts";
import { t } from "../../i18n";
import { Icon } from "../../parts/Icon";
import { Refused } from "../../parts/Refused";

const HELD = 60_000;

export function MergedPage({ files }: { files: readonly unknown[] }) {
  const words = t().counts;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setRefusal(null);
    setBusy(true);
    try {
      save(await mergedPage(files), words.mergedName);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" class="button" disabled={busy} onClick={() => void take()}>
        <Icon name="save" /> <span>{words.mergedReport}</span>
      </button>
      {refusal && <Refused refusal={refusal} />}
    </>
  );
}

function save(page: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(page);
  link.download = name;
  link.click();
  // Some browsers read it only once the place was chosen.
  setTimeout(() => URL.revokeObjectURL(link.href), HELD);
}
