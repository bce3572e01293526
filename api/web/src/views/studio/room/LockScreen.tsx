/** The closed page: neutral, with nothing of any sheet in it. It takes the place of everything else. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { t } from "../../../i18n";
import { longEnough, signOfDots } from "../../../studio/lock";
import { DotPad } from "./DotPad";
import { signKind, tryToLift } from "./lock-state";

export function LockScreen() {
  const words = t().studio.room.lock;
  const kind = signKind.value;
  const title = useRef<HTMLHeadingElement>(null);
  const tries = useTries();
  // At once, not after the next painting: the title tells what is open.
  useLayoutEffect(() => {
    document.title = t().app.name;
    title.current?.focus();
  }, []);
  return (
    <main class="lock-screen">
      <img src="./mark.svg" alt="" width="56" height="56" />
      <h1 ref={title} tabIndex={-1}>
        {words.closed}
      </h1>
      {kind === "none" && (
        <button type="button" class="button strong wide" onClick={() => tries.send("")}>
          {words.open}
        </button>
      )}
      {kind === "dots" && <Dots {...tries} />}
      {kind === "words" && <Phrase {...tries} />}
      <p class="lock-told" role="alert">
        {tries.told}
      </p>
    </main>
  );
}

interface Tries {
  told: string;
  wait: number;
  send: (sign: string) => void;
}

/** Sends tries one at a time, and counts the seconds until the next one is heard. */
function useTries(): Tries {
  const words = t().studio.room.lock;
  const [told, setTold] = useState("");
  const [wait, setWait] = useState(0);
  const busy = useRef(false);
  useEffect(() => {
    if (wait <= 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const send = async (sign: string): Promise<void> => {
    if (busy.current || wait > 0) return;
    busy.current = true;
    try {
      const tried = await tryToLift(sign);
      if (tried.lifted) return;
      setTold(words.wrong);
      setWait(tried.wait);
    } catch {
      setTold(t().problem.network);
    } finally {
      busy.current = false;
    }
  };
  return { told: wait > 0 ? words.wait(wait) : told, wait, send: (sign) => void send(sign) };
}

function Dots({ wait, send }: Tries) {
  const words = t().studio.room.lock;
  const [path, setPath] = useState<readonly number[]>([]);
  const open = (drawn: readonly number[]): void => {
    setPath([]);
    if (longEnough(drawn)) send(signOfDots(drawn));
  };
  return (
    <div class="lock-way">
      <p>{words.closedDots}</p>
      <DotPad label={words.closedDots} path={path} onPath={setPath} onDrawn={open} />
      <div class="form-end">
        <button type="button" class="button plain" disabled={path.length === 0} onClick={() => setPath([])}>
          {words.clear}
        </button>
        <button type="button" class="button strong" disabled={!longEnough(path) || wait > 0} onClick={() => open(path)}>
          {words.open}
        </button>
      </div>
    </div>
  );
}

function Phrase({ wait, send }: Tries) {
  const words = t().studio.room.lock;
  const [phrase, setPhrase] = useState("");
  const open = (event: Event): void => {
    event.preventDefault();
    if (longEnough(phrase)) send(phrase.trim());
    setPhrase("");
  };
  return (
    <form class="lock-way" onSubmit={open}>
      <label for="lock-phrase">{words.closedWords}</label>
      <input
        id="lock-phrase"
        type="password"
        autocomplete="off"
        value={phrase}
        onInput={(event) => setPhrase(event.currentTarget.value)}
      />
      <button class="button strong" disabled={!longEnough(phrase) || wait > 0}>
        {words.open}
      </button>
    </form>
  );
}
