/** What becomes of a sheet: asked with signs when it is closed, and whenever one likes. */
import { useState } from "preact/hooks";

import { Refusal } from "../../../api/client";
import { t } from "../../../i18n";
import { Dialog } from "../../../parts/Dialog";
import { Refused } from "../../../parts/Refused";
import type { Desk } from "../../../studio/desk";
import { unprinted } from "../printing";
import { announce, desk, lay } from "../state";
import { DayChoice } from "./DayChoice";
import { Sign } from "./Sign";
import { asked, copyAddress, eraseSheet, keepSheet, pdfAddress, sent, Unsent } from "./state";

type Choice = "erase" | "print" | "hand" | "keep";

export function Fate() {
  const open = desk.value;
  const words = t().studio.keeping.fate;
  const [choice, setChoice] = useState<Choice | null>(null);
  const [given, setGiven] = useState(false);
  const deeds = useDeeds(open);
  if (!open) return null;
  const close = (): void => void (asked.value = null);
  const back = (): void => {
    setChoice(null);
    setGiven(false);
  };
  const state = open.keeping === "none" ? words.unkept : words[open.keeping];
  return (
    <Dialog title={given ? words.then : words.title} onClose={close}>
      {choice === null && <p class="fate-now">{state}</p>}
      {choice === null && <Choices open={open} onChoose={setChoice} onLeave={deeds.leave} onBack={close} />}
      {choice === "erase" && <Erase onYes={deeds.erase} onNo={back} />}
      {(choice === "print" || choice === "hand") && !given && (
        <Give open={open} how={choice} onGiven={() => setGiven(true)} onNo={back} onRefused={deeds.refuse} />
      )}
      {given && <Then open={open} onErase={deeds.erase} onKeep={deeds.keep} onLeave={deeds.leave} />}
      {choice === "keep" && <KeepChoice onKeep={deeds.keep} onNo={back} />}
      {deeds.fault && (
        <p class="fault" role="alert">
          {deeds.fault}
        </p>
      )}
      {deeds.refusal && <Refused refusal={deeds.refusal} />}
    </Dialog>
  );
}

/** What each sign does, and why it could not. */
function useDeeds(open: Desk | null) {
  const words = t().studio.keeping.fate;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [fault, setFault] = useState("");
  const refuse = (error: unknown): void => {
    if (error instanceof Unsent) setFault(words.unsent);
    else if (error instanceof Refusal) setRefusal(error);
    else throw error;
  };
  const doing = async (work: (open: Desk) => Promise<void>, said: string): Promise<void> => {
    setRefusal(null);
    setFault("");
    if (!open) return;
    try {
      await work(open);
    } catch (error) {
      return refuse(error);
    }
    asked.value = null;
    announce(said);
  };
  return {
    refusal,
    fault,
    refuse,
    erase: () => doing(eraseSheet, words.erased),
    keep: (keeping: "tonight" | "date", day = "") => doing((one) => keepSheet(one, keeping, day), words.kept),
    leave: (): void => {
      asked.value = null;
      lay(null);
    },
  };
}

interface ChoicesProps {
  open: Desk;
  onChoose: (choice: Choice) => void;
  onLeave: () => void;
  onBack: () => void;
}

function Choices({ open, onChoose, onLeave, onBack }: ChoicesProps) {
  const words = t().studio.keeping.fate;
  const served = open.keeping !== "file";
  const stays = open.keeping !== "none" && served;
  return (
    <>
      <div class="signs four">
        <Sign picture="erase" label={words.erase} says={words.eraseSays} onChoose={() => onChoose("erase")} />
        {served && <Sign picture="print" label={words.print} says={words.printSays} onChoose={() => onChoose("print")} />}
        {served && <Sign picture="hand" label={words.hand} says={words.handSays} onChoose={() => onChoose("hand")} />}
        {served && <Sign picture="keep" label={words.keep} says={words.keepSays} onChoose={() => onChoose("keep")} />}
      </div>
      <div class="form-end">
        <button type="button" class="button plain" onClick={onBack}>
          {words.back}
        </button>
        {stays && (
          <button type="button" class="button strong" onClick={onLeave}>
            {words.leave}
          </button>
        )}
      </div>
    </>
  );
}

function Erase({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  const words = t().studio.keeping.fate;
  return (
    <>
      <p class="fate-ask">{words.eraseAsk}</p>
      <div class="form-end">
        <button type="button" class="button plain" onClick={onNo}>
          {words.again}
        </button>
        <button type="button" class="button strong" onClick={onYes}>
          {words.eraseYes}
        </button>
      </div>
    </>
  );
}

interface GiveProps {
  open: Desk;
  how: "print" | "hand";
  onGiven: () => void;
  onNo: () => void;
  onRefused: (error: unknown) => void;
}

/** A file is saved only on this button; what that means is said before. */
function Give({ open, how, onGiven, onNo, onRefused }: GiveProps) {
  const words = t().studio.keeping.fate;
  const save = async (event: MouseEvent): Promise<void> => {
    if (open.unsent > 0) {
      event.preventDefault();
      try {
        await sent(open);
      } catch (error) {
        return onRefused(error);
      }
      (event.target as HTMLElement).closest("a")?.click();
      return;
    }
    setTimeout(onGiven, 400);
  };
  return (
    <>
      <p class="fate-ask">{how === "print" ? words.printPlain : words.handPlain}</p>
      {how === "print" && unprinted() && <p data-from-server>{unprinted()}</p>}
      <div class="form-end">
        <button type="button" class="button plain" onClick={onNo}>
          {words.again}
        </button>
        <a class="button strong" download href={how === "print" ? pdfAddress(open) : copyAddress(open)} onClick={save}>
          {how === "print" ? words.printDo : words.handDo}
        </a>
      </div>
    </>
  );
}

interface ThenProps {
  open: Desk;
  onErase: () => void;
  onKeep: (keeping: "tonight" | "date", day?: string) => void;
  onLeave: () => void;
}

/** The paper or the file is given; the sheet itself still stands here. */
function Then({ open, onErase, onKeep, onLeave }: ThenProps) {
  const words = t().studio.keeping.fate;
  const stays = open.keeping !== "none";
  return (
    <div class="signs">
      <Sign picture="erase" label={words.erase} says={words.eraseSays} autofocus onChoose={onErase} />
      {stays ? (
        <Sign picture="leave" label={words.leave} onChoose={onLeave} />
      ) : (
        <Sign picture="tonight" label={words.keepTonight} onChoose={() => onKeep("tonight")} />
      )}
    </div>
  );
}

function KeepChoice({ onKeep, onNo }: { onKeep: (keeping: "tonight" | "date", day?: string) => void; onNo: () => void }) {
  const words = t().studio.keeping.fate;
  return (
    <>
      <div class="signs">
        <Sign picture="tonight" label={words.keepTonight} autofocus onChoose={() => onKeep("tonight")} />
      </div>
      <DayChoice label={words.keepDate} onChoose={(day) => onKeep("date", day)} />
      <div class="form-end">
        <button type="button" class="button plain" onClick={onNo}>
          {words.again}
        </button>
      </div>
    </>
  );
}
