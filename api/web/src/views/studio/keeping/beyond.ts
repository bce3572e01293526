/** "Enlever vraiment" among the things one can do with anything of the sheet: in its menu and in the sheet in words. */
import { t } from "../../../i18n";
import { more } from "../actions";
import { nameOf } from "../doing";
import { scene } from "../state";
import { askWithdraw } from "./state";

let added = false;

export function actionsBeyond(): void {
  if (added) return;
  added = true;
  more.push((id, kind) => {
    // A building of the directory is not of this sheet: taking its arrows off is enough.
    if (kind === "organisation") return [];
    const run = (): void => askWithdraw(id, scene.peek()?.arrows.get(id)?.sentence ?? nameOf(id));
    return [{ key: "withdraw", label: t().studio.keeping.withdraw.button, run }];
  });
}
