/** Where the page begins: language, launch token, address, then the drawing of it all. */
import { render } from "preact";

import { App } from "./app/App";
import { followAddress } from "./app/route";
import { Wall } from "./app/Wall";
import { enterFromAddress } from "./api/session";
import { speak } from "./i18n";
import { readLock } from "./views/studio/room/lock-state";
import "./styles/index.css";

async function begin(): Promise<void> {
  void speak("fr");
  const place = document.getElementById("app");
  if (!place) return;
  // The second window of the room asks nothing of anybody: it shows what the studio gives it.
  const wall = location.hash === "#/room";
  if (!wall) {
    await enterFromAddress();
    await readLock();
    followAddress();
  }
  place.replaceChildren();
  render(wall ? <Wall /> : <App />, place);
}

void begin();
