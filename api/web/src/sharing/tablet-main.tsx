/** Where the page of a lent tablet begins. It comes by plain http: no service worker, no browser storage, nothing kept. */
import { render } from "preact";

import { loadPens } from "../app/pens";
import { speak, t } from "../i18n";
import "../styles/index.css";
import { GuestApp } from "../views/studio/sharing/GuestApp";
import { keepHere } from "../views/studio/room/lock-state";
import { sorry } from "../views/studio/doing";
import { printer } from "../views/studio/printing";
import { leaving } from "../views/studio/state";
import { begin, leave } from "./guest";
import { ownBar, surroundings } from "./surroundings";

const asked = navigator.languages.find((one) => /^(fr|en)/i.test(one));
// Without its English, it begins in French.
await speak(asked?.toLowerCase().startsWith("en") ? "en" : "fr").catch(() => undefined);
surroundings.value = "tablet";
ownBar.of = () => null;
leaving.ask = () => void leave();
keepHere();
printer.run = () => sorry(t().studio.sharing.guest.noPrint, null);
const place = document.getElementById("app");
if (place) {
  place.replaceChildren();
  render(<GuestApp loadPens={loadPens} />, place);
  void begin();
}
