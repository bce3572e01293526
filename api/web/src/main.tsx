/** Where the page begins: language, launch token, address, then the drawing of it all. */
import { render } from "preact";

import { App } from "./app/App";
import { followAddress } from "./app/route";
import { enterFromAddress } from "./api/session";
import { speak } from "./i18n";
import "./styles/index.css";

async function begin(): Promise<void> {
  speak("fr");
  await enterFromAddress();
  followAddress();
  const place = document.getElementById("app");
  if (place) {
    place.replaceChildren();
    render(<App />, place);
  }
}

void begin();
