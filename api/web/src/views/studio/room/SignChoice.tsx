/** How the page opens again after a quick closing: chosen at the start, asked twice, kept in memory only. */
import { useState } from "preact/hooks";

import { Refusal } from "../../../api/client";
import { t } from "../../../i18n";
import { Dialog } from "../../../parts/Dialog";
import { Refused } from "../../../parts/Refused";
import { longEnough, signOfDots } from "../../../studio/lock";
import { Sign } from "../keeping/Sign";
import { DotPad } from "./DotPad";
import { chooseSign, leavingCloses, signKind, type SignKind } from "./lock-state";

export function SignChoice({ onClose }: { onClose: () => void }) {
  const words = t().studio.room.lock;
  const [kind, setKind] = useState<"dots" | "words">("dots");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = async (chosen: SignKind, sign: string | null): Promise<void> => {
    try {
      await chooseSign(chosen, sign);
      onClose();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setRefusal(error);
    }
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.says}</p>
      <div class="signs small">
        <Sign picture="dots" label={words.dots} pressed={kind === "dots"} onChoose={() => setKind("dots")} />
        <Sign picture="words" label={words.words} pressed={kind === "words"} onChoose={() => setKind("words")} />
        <Sign picture="leave" label={words.none} says={words.noneSays} onChoose={() => save("none", null)} />
      </div>
      {kind === "dots" ? <TwiceDots onSave={(sign) => save("dots", sign)} /> : <TwiceWords onSave={(sign) => save("words", sign)} />}
      {refusal && <Refused refusal={refusal} />}
      <label class="room-shared">
        <input
          type="checkbox"
          checked={leavingCloses.value}
          disabled={signKind.value === "none"}
          onChange={(event) => (leavingCloses.value = event.currentTarget.checked)}
        />
        <span>{words.leaving}</span>
      </label>
      <p class="quiet">{words.keys}</p>
    </Dialog>
  );
}

function TwiceDots({ onSave }: { onSave: (sign: string) => void }) {
  const words = t().studio.room.lock;
  const [first, setFirst] = useState<string | null>(null);
  const [path, setPath] = useState<readonly number[]>([]);
  const [fault, setFault] = useState("");
  const take = (drawn: readonly number[]): void => {
    setPath([]);
    const sign = signOfDots(drawn);
    if (!longEnough(drawn)) return setFault(words.short);
    setFault(first !== null && first !== sign ? words.differs : "");
    if (first === null) setFirst(sign);
    else if (first === sign) onSave(sign);
    else setFirst(null);
  };
  return (
    <div class="lock-way">
      <p aria-live="polite">{first === null ? words.dotsLabel : words.again}</p>
      <DotPad label={words.dotsLabel} path={path} onPath={setPath} onDrawn={take} />
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <div class="form-end">
        <button type="button" class="button plain" disabled={path.length === 0} onClick={() => setPath([])}>
          {words.clear}
        </button>
        <button type="button" class="button strong" disabled={path.length === 0} onClick={() => take(path)}>
          {words.save}
        </button>
      </div>
    </div>
  );
}

function TwiceWords({ onSave }: { onSave: (sign: string) => void }) {
  const words = t().studio.room.lock;
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [fault, setFault] = useState("");
  const save = (event: Event): void => {
    event.preventDefault();
    const sign = first.trim();
    const wrong = !longEnough(sign) ? words.short : sign !== second.trim() ? words.differs : "";
    setFault(wrong);
    if (!wrong) onSave(sign);
  };
  return (
    <form class="lock-way" onSubmit={save} noValidate>
      <label for="sign-first">{words.wordsLabel}</label>
      <input id="sign-first" type="password" autocomplete="off" value={first} onInput={(e) => setFirst(e.currentTarget.value)} />
      <label for="sign-second">{words.again}</label>
      <input id="sign-second" type="password" autocomplete="off" value={second} onInput={(e) => setSecond(e.currentTarget.value)} />
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <button class="button strong">{words.save}</button>
    </form>
  );
}
