/** Bring in a plain situation file. What becomes of it is decided here; nothing remains unless one says so. */
import { useState } from "preact/hooks";

import { Refusal } from "../../api/client";
import { Wishes } from "../../api/making";
import { postSituation } from "../../api/questions";
import { t } from "../../i18n";
import { Dialog } from "../../parts/Dialog";
import { Refused } from "../../parts/Refused";
import { choose, loadList } from "./state";

const LIMIT = 2_000_000;
const FATES = ["none", "tonight", "date", "forever"] as const;
type Fate = (typeof FATES)[number];

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const words = t().importing;
  const [file, setFile] = useState<File | null>(null);
  const [fate, setFate] = useState<Fate>("none");
  const [day, setDay] = useState("");
  const sending = useSending(onClose);
  const send = (event: Event): void => {
    event.preventDefault();
    void sending.send(file, fate, day);
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form class="form" onSubmit={send} noValidate>
        <FileChoice file={file} onChoose={setFile} />
        <FateChoice fate={fate} day={day} onFate={setFate} onDay={setDay} />
        {sending.fault && (
          <p class="fault" role="alert">
            {sending.fault}
          </p>
        )}
        {sending.refusal && <Refused refusal={sending.refusal} />}
        <div class="form-end">
          <button type="button" class="button plain" onClick={onClose}>
            {t().app.cancel}
          </button>
          <button class="button strong">{words.send}</button>
        </div>
      </form>
    </Dialog>
  );
}

/** Checks what the page can check, then lets the server judge the bytes; on success opens the new sheet. */
function useSending(onClose: () => void) {
  const words = t().importing;
  const [fault, setFault] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [wishes] = useState(() => new Wishes());
  const send = async (file: File | null, fate: Fate, day: string): Promise<void> => {
    setRefusal(null);
    const missing = !file ? words.pickFile : file.size > LIMIT ? words.tooLarge : fate === "date" && !day ? words.pickDate : "";
    setFault(missing);
    if (missing || !file) return;
    try {
      const { id } = await postSituation(file, fate === "forever" ? undefined : fate === "date" ? day : fate, wishes);
      onClose();
      loadList();
      choose(id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    }
  };
  return { fault, refusal, send };
}

/** The browser's own file button speaks the browser's language: ours stands in its place, over the same control. */
function FileChoice({ file, onChoose }: { file: File | null; onChoose: (file: File | null) => void }) {
  const words = t().importing;
  return (
    <div class="field">
      <span id="situation-file-name">{words.file}</span>
      <label class="file-choice">
        <input
          type="file"
          aria-labelledby="situation-file-name"
          accept=".json,application/json"
          onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
        />
        <span class="button">{words.choose}</span>
        {file ? <span data-from-server>{file.name}</span> : <span class="quiet">{words.noFile}</span>}
      </label>
    </div>
  );
}

interface FateProps {
  fate: Fate;
  day: string;
  onFate: (fate: Fate) => void;
  onDay: (day: string) => void;
}

function FateChoice({ fate, day, onFate, onDay }: FateProps) {
  const words = t().importing;
  return (
    <fieldset class="choices">
      <legend>{words.fate}</legend>
      {FATES.map((one) => (
        <label key={one} class="choice">
          <input type="radio" name="fate" value={one} checked={fate === one} onChange={() => onFate(one)} />
          <span>
            {words.keep[one]}
            {one === "none" && <small>{words.keep.noneHint}</small>}
          </span>
        </label>
      ))}
      {fate === "date" && (
        <label class="inline-field">
          <span>{words.until}</span>
          <input type="date" value={day} onInput={(event) => onDay(event.currentTarget.value)} />
        </label>
      )}
    </fieldset>
  );
}
