/** Where the single file begins: no server, no network, nothing kept in the browser. */
import { render } from "preact";

import { speak, t } from "../i18n";
import "../styles/index.css";
import { FileApp } from "../views/studio/sharing/FileApp";
import { closeSheet, FileBar } from "../views/studio/sharing/FileBar";
import { printer } from "../views/studio/printing";
import { keepHere } from "../views/studio/room/lock-state";
import { leaving } from "../views/studio/state";
import { provide } from "./file-data";
import { wouldLose } from "./file-sheet";
import { printHere } from "./printing";
import { ownBar, surroundings } from "./surroundings";

async function begin(): Promise<void> {
  const asked = navigator.languages.find((one) => /^(fr|en)/i.test(one));
  await speak(asked?.toLowerCase().startsWith("en") ? "en" : "fr");
  surroundings.value = "file";
  ownBar.of = FileBar;
  printer.run = printHere;
  leaving.ask = closeSheet;
  keepHere();
  const place = document.getElementById("app");
  if (!place || !provide()) return;
  document.title = t().app.name;
  place.replaceChildren();
  render(<FileApp />, place);
  addEventListener("beforeunload", (event) => {
    if (wouldLose()) event.preventDefault();
  });
}

void begin();
