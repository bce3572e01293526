/** Shown when the server does not know this browser: the launch key opens the page. */
import { useEffect, useState } from "preact/hooks";

import { enter, enteredElsewhere } from "../api/session";
import { t } from "../i18n";

const LOOK = 2000;

export function Entry() {
  const [key, setKey] = useState("");
  const [refused, setRefused] = useState(false);
  // Started again, the server is often opened in another window of this browser: then this one goes on by itself.
  useEffect(() => {
    const timer = setInterval(() => void enteredElsewhere(), LOOK);
    return () => clearInterval(timer);
  }, []);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setRefused(!(await enter(key)));
  };
  return (
    <main class="entry">
      <form class="card" onSubmit={send}>
        <h1>{t().session.title}</h1>
        <p>{t().session.intro}</p>
        <div class="field">
          <label for="launch-key">{t().session.key}</label>
          <input
            id="launch-key"
            type="password"
            autocomplete="off"
            value={key}
            onInput={(event) => setKey(event.currentTarget.value)}
          />
        </div>
        {refused && (
          <p class="fault" role="alert">
            {t().session.refused}
          </p>
        )}
        <button class="button strong" disabled={key.trim() === ""}>
          {t().session.open}
        </button>
      </form>
    </main>
  );
}
