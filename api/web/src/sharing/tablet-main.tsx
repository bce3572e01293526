/** Where the page of a lent tablet begins. It comes by plain http: no service worker, no browser storage, nothing kept. */
import { render } from "preact";

import { loadPens } from "../app/pens";
import { speak } from "../i18n";
import "../styles/index.css";
import { GuestApp } from "../views/studio/sharing/GuestApp";
import { keepHere } from "../views/studio/room/lock-state";
import { GuestBar } from "../views/studio/sharing/GuestBar";
import { leaving } from "../views/studio/state";
import { begin, leave } from "./guest";
import { ownBar, surroundings } from "./surroundings";

speak(navigator.languages.find((one) => /^(fr|en)/i.test(one))?.toLowerCase().startsWith("en") ? "en" : "fr");
surroundings.value = "tablet";
ownBar.of = GuestBar;
leaving.ask = () => void leave();
keepHere();
const place = document.getElementById("app");
if (place) {
  place.replaceChildren();
  render(<GuestApp loadPens={loadPens} />, place);
  void begin();
}
