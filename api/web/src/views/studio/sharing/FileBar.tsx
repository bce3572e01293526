/** The buttons of the single file: save, open another; and whether what is drawn is in a file yet. */
import { signal } from "@preact/signals";

import { t } from "../../../i18n";
import { Dialog } from "../../../parts/Dialog";
import { canWriteOver } from "../../../sharing/disk";
import { close, fault, isSaved, openFile, saveFile, wouldLose } from "../../../sharing/file-sheet";

/** What is done once one has agreed to lose what is not saved. */
const afterwards = signal<(() => void) | null>(null);

/** Do it; what would be lost by it is said first. */
function guarded(act: () => void): void {
  if (wouldLose()) afterwards.value = act;
  else act();
}

export function closeSheet(): void {
  guarded(close);
}

export function FileBar() {
  const words = t().studio.sharing.file;
  const where = canWriteOver() ? words.saved : words.downloaded;
  return (
    <div class="file-bar" role="group" aria-label={words.label}>
      <p class="file-state" role="status">
        {isSaved.value ? where : words.unsaved}
      </p>
      <button type="button" class={isSaved.value ? "button" : "button strong"} onClick={() => void saveFile()}>
        {words.save}
      </button>
      <button type="button" class="button" onClick={() => guarded(() => void openFile())}>
        {words.open}
      </button>
      <Fault />
      {fault.value === words.cannotSave && (
        <button type="button" class="button strong" onClick={() => void saveFile(true)}>
          {words.saveAs}
        </button>
      )}
      {afterwards.value && <Losing act={afterwards.value} />}
    </div>
  );
}

export function Fault() {
  return fault.value === "" ? null : (
    <p class="fault" role="alert">
      {fault.value}
    </p>
  );
}

function Losing({ act }: { act: () => void }) {
  const words = t().studio.sharing.file;
  const stay = (): void => void (afterwards.value = null);
  const leave = (): void => {
    stay();
    act();
  };
  return (
    <Dialog title={words.loseTitle} onClose={stay}>
      <p>{words.lose}</p>
      <div class="actions">
        <button type="button" class="button strong" onClick={stay}>
          {words.loseNo}
        </button>
        <button type="button" class="button" onClick={leave}>
          {words.loseYes}
        </button>
      </div>
    </Dialog>
  );
}
