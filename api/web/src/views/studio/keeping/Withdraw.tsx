/** "Enlever vraiment": explained in one sentence, asked once, then truly gone. */
import { t } from "../../../i18n";
import { Dialog } from "../../../parts/Dialog";
import { announce } from "../state";
import { asked, withdrawNow } from "./state";

export function Withdraw({ id, name }: { id: string; name: string }) {
  const words = t().studio.keeping.withdraw;
  const close = (): void => void (asked.value = null);
  const take = (): void => {
    withdrawNow(id);
    close();
    announce(words.done);
  };
  return (
    <Dialog title={words.title(name)} onClose={close}>
      <p class="fate-ask">{words.says}</p>
      <div class="form-end">
        <button type="button" class="button plain" onClick={close} autoFocus>
          {words.no}
        </button>
        <button type="button" class="button strong" onClick={take}>
          {words.yes}
        </button>
      </div>
    </Dialog>
  );
}
