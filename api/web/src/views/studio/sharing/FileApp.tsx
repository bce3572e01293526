/** The page of the single file: a few words and two buttons, then the studio. */
import { useEffect } from "preact/hooks";

import { t } from "../../../i18n";
import { Languages } from "../../../parts/Languages";
import { Trial } from "../../../parts/Trial";
import { canWriteOver } from "../../../sharing/disk";
import { fresh, openFile } from "../../../sharing/file-sheet";
import { closed, watchTheDoor } from "../room/lock-state";
import { LockScreen } from "../room/LockScreen";
import { desk } from "../state";
import { StudioView } from "../StudioView";
import { Fault } from "./FileBar";

export function FileApp() {
  useEffect(watchTheDoor, []);
  if (closed.value) return <LockScreen />;
  return (
    <>
      <Trial />
      {!desk.value && (
        <header class="header">
          <p class="brand">
            <span>{t().app.name}</span>
          </p>
          <Languages />
        </header>
      )}
      <main class={desk.value ? "main main-studio" : "main"} tabIndex={-1}>
        {desk.value ? <StudioView /> : <Start />}
      </main>
    </>
  );
}

function Start() {
  const words = t().studio.sharing.file;
  return (
    <section class="file-start">
      <h1>{t().studio.drawing.title}</h1>
      <p class="lead">{words.intro}</p>
      <p>{words.truth}</p>
      {!canWriteOver() && <p>{words.downloadOnly}</p>}
      <div class="actions">
        <button type="button" class="button strong" onClick={fresh}>
          {words.fresh}
        </button>
        <button type="button" class="button" onClick={() => void openFile()}>
          {words.open}
        </button>
      </div>
      <Fault />
    </section>
  );
}
