/** A dark room: everything but the paper is dark. It follows the device until one says otherwise. */
import { useEffect } from "preact/hooks";

import { t } from "../../i18n";
import * as state from "./state";

export function switchRoom(): void {
  const now = state.dark.value ?? matchMedia("(prefers-color-scheme: dark)").matches;
  state.dark.value = !now;
  const { said } = t().studio.drawing;
  state.announce(now ? said.darkOff : said.darkOn);
}

/** The room is dark when one says so, else as the device is; only the studio follows. */
export function useDarkRoom(): void {
  const chosen = state.dark.value;
  useEffect(() => {
    const device = matchMedia("(prefers-color-scheme: dark)");
    const follow = (): void => void document.documentElement.classList.toggle("dark-room", chosen ?? device.matches);
    follow();
    device.addEventListener("change", follow);
    return () => {
      device.removeEventListener("change", follow);
      document.documentElement.classList.remove("dark-room");
    };
  }, [chosen]);
}
