/** Opening one of the situations in the studio. New sheets are the keeping panel's (`keeping/state.ts`). */
import { ask, Refusal } from "../../api/client";
import { go } from "../../app/route";
import { lang, t } from "../../i18n";
import { openServerDesk, type Desk, type Keeping } from "../../studio/desk";
import { keepingOf } from "../../studio/differences";
import { lay } from "./state";

/** `keep`: how long the server keeps it, "none", "tonight", "forever" or a date; throws `Refusal` when it cannot be read. */
export async function openDesk(id: string, keep = "forever"): Promise<void> {
  let desk = await opened(id, keepingOf(keep));
  // The first layout of a sheet that was never drawn by hand is the server's; the studio only finds places for newcomers.
  if (desk.log.length > 0 && !desk.log.some(({ kind }) => kind === "place")) {
    desk.close();
    await ask(`/situations/${encodeURIComponent(id)}/tidy`, { method: "POST", body: {} });
    desk = await opened(id, keepingOf(keep));
  }
  lay(desk);
  go("studio");
}

async function opened(id: string, keeping: Keeping): Promise<Desk> {
  const found = await openServerDesk(id, { lang: lang.peek(), keeping });
  if (found && found !== "gone") return found;
  throw new Refusal({ type: "about:blank", status: 0, title: t().problem.network }, false);
}
