/** The page of a lent tablet: the door, then the sheet, then nothing. */
import { useEffect, useState } from "preact/hooks";

import { lang, t } from "../../../i18n";
import { Languages } from "../../../parts/Languages";
import { Trial } from "../../../parts/Trial";
import { again, enter, guest, minutes, refused, stage } from "../../../sharing/guest";
import { closed, watchTheDoor } from "../room/lock-state";
import { LockScreen } from "../room/LockScreen";
import { desk } from "../state";
import { StudioView } from "../StudioView";

export function GuestApp({ loadPens }: { loadPens: () => void }) {
  const known = guest.value !== null;
  useEffect(() => {
    if (known) loadPens();
  }, [known, lang.value]);
  useEffect(watchTheDoor, []);
  if (closed.value) return <LockScreen />;
  return (
    <>
      <Trial />
      {guest.value && stage.value === "sheet" && (
        <p class="guest-note" role="note">
          {t().studio.sharing.tablet.device(guest.value.number)}, {t().studio.sharing.guest.left(minutes.value)}.{" "}
          {t().studio.sharing.guest.lives}
        </p>
      )}
      <header class="header">
        <p class="brand">
          <img src="./mark.svg" alt="" width="32" height="32" />
          <span>{t().app.name}</span>
        </p>
        <Languages />
      </header>
      <main class={stage.value === "sheet" ? "main main-studio" : "main"} tabIndex={-1}>
        <Body />
      </main>
    </>
  );
}

function Body() {
  const words = t().studio.sharing.guest;
  if (stage.value === "sheet" && desk.value) return <StudioView />;
  if (stage.value === "away") return <Said title={words.away} more={words.awayMore} />;
  if (stage.value === "ended") {
    return (
      <Said title={words.ended} more={words.endedMore}>
        <button type="button" class="button" onClick={again}>
          {words.again}
        </button>
      </Said>
    );
  }
  return <Door />;
}

function Said({ title, more, children }: { title: string; more: string; children?: preact.ComponentChildren }) {
  return (
    <section class="file-start" role="status">
      <h1>{title}</h1>
      <p class="lead">{more}</p>
      {children && <div class="actions">{children}</div>}
    </section>
  );
}

function Door() {
  const words = t().studio.sharing.guest;
  const [code, setCode] = useState("");
  const digits = code.replace(/\D/g, "");
  const send = (event: Event): void => {
    event.preventDefault();
    void enter(digits);
    setCode("");
  };
  return (
    <form class="file-start card" onSubmit={send}>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <div class="field">
        <label for="pairing-code">{words.code}</label>
        <input
          id="pairing-code"
          class="code-field"
          inputMode="numeric"
          autocomplete="off"
          maxLength={9}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </div>
      {refused.value !== "" && (
        <p class="fault" role="alert">
          {refused.value}
        </p>
      )}
      <button class="button strong" disabled={digits.length !== 6}>
        {words.join}
      </button>
    </form>
  );
}
