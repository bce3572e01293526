/**
 * Short questions: since when somebody lives elsewhere, when a referral was made, whether the pens may follow a change of side,
 * how far to undo.
 */
import { useState } from "preact/hooks";

import { pens } from "../../app/pens";
import * as acts from "../../gestures/acts";
import { t } from "../../i18n";
import { Dialog } from "../../parts/Dialog";
import { PenBadge } from "../../parts/PenBadge";
import type { SideName } from "../../api/pens";
import type { PenName } from "../../api/types";
import { typedDate } from "../../studio/typed-date";
import * as doing from "./doing";
import { askWhere } from "./keying";
import * as state from "./state";

export function Asking() {
  const asked = state.asking.value;
  if (!asked) return null;
  if (asked.what === "before") return <UndoBefore />;
  if (asked.what === "date") return <Since key={asked.id} id={asked.id} />;
  if (asked.what === "referral") return <ReferredOn key={asked.id} id={asked.id} />;
  return asked.side ? <Approval key={asked.id} id={asked.id} side={asked.side} /> : null;
}

function close(): void {
  state.asking.value = null;
}

function Since({ id }: { id: string }) {
  const words = t().studio.drawing.date;
  return <DateQuestion words={words} title={words.title(doing.nameOf(id))} onDate={(date) => askWhere(id, date)} />;
}

/** An arrow without a date says nothing of when a referral was made: a month decides in which quarter it counts. */
function ReferredOn({ id }: { id: string }) {
  const words = t().studio.drawing.referredOn;
  return <DateQuestion words={words} title={words.title} month onDate={(date) => doing.markReferral(id, date)} />;
}

interface DateWords {
  when: string;
  hint: string;
  wrong: string;
  then: string;
}

/** `month`: a year alone is not enough. */
function DateQuestion({ words, title, month, onDate }: { words: DateWords; title: string; month?: boolean; onDate: (date: string) => void }) {
  const [day, setDay] = useState("");
  const [wrong, setWrong] = useState(false);
  const send = (event: Event): void => {
    event.preventDefault();
    const date = typedDate(day);
    if (date === null || (month && date.length < "2024-06".length)) return setWrong(true);
    close();
    onDate(date);
  };
  return (
    <Dialog title={title} onClose={close}>
      <form class="form" onSubmit={send} noValidate>
        <div class="field">
          <label for="since-when">{words.when}</label>
          <input
            id="since-when"
            type="text"
            autocomplete="off"
            autofocus
            aria-describedby="since-hint"
            value={day}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
          <p id="since-hint" class="quiet">
            {words.hint}
          </p>
        </div>
        {wrong && (
          <p class="fault" role="alert">
            {words.wrong}
          </p>
        )}
        <div class="form-end">
          <button class="button strong">{words.then}</button>
        </div>
      </form>
    </Dialog>
  );
}

/** Behind the opening of the sheet stands what was drawn another day, or came in a file. */
function UndoBefore() {
  const words = t().studio.drawing.before;
  const undo = (): void => {
    close();
    state.undoAll();
    doing.undo();
  };
  return (
    <Dialog title={words.title} onClose={close}>
      <p>{words.says}</p>
      <div class="form-end">
        <button type="button" class="button" onClick={undo}>
          {words.yes}
        </button>
        <button type="button" class="button strong" autofocus onClick={close}>
          {words.no}
        </button>
      </div>
    </Dialog>
  );
}

interface Turned {
  id: string;
  before: PenName;
  after: PenName;
  sentence: string;
}

function Approval({ id, side }: { id: string; side: SideName }) {
  const words = t().studio.drawing.approve;
  const approve = (): void => {
    close();
    const now = doing.open();
    if (now) doing.act(acts.changeSide(now.desk.maker, id, side as "living" | "working", true));
  };
  const named = (pen: PenName): string => pens.value?.pens.find((one) => one.id === pen)?.name ?? pen;
  return (
    <Dialog title={words.title} onClose={close}>
      <p>{words.ask}</p>
      <ul class="turned-pens">
        {turnedPens(id, side).map((one) => (
          <li key={one.id}>
            <PenBadge pen={one.before} palette={state.palette.value} />
            <PenBadge pen={one.after} palette={state.palette.value} />
            <span>{words.pens(named(one.before), named(one.after))}</span>
            <bdi class="quiet" data-from-server>
              {one.sentence}
            </bdi>
          </li>
        ))}
      </ul>
      <div class="form-end">
        <button type="button" class="button strong" onClick={approve}>
          {words.yes}
        </button>
      </div>
    </Dialog>
  );
}

/** The arrows at a figure whose pen follows when its side changes. */
function turnedPens(id: string, side: SideName): Turned[] {
  const scene = state.scene.value;
  const table = pens.value?.table ?? [];
  return [...(scene?.arrows.values() ?? [])].flatMap((arrow) => {
    if (arrow.activator !== id && arrow.activated !== id) return [];
    const of = (end: string): SideName | undefined => (end === id ? side : scene?.nodes.get(end)?.side);
    const [activator, activated] = [of(arrow.activator), of(arrow.activated)];
    const after = table.find((row) => row.activator === activator && row.activated === activated)?.pen;
    return after && after !== arrow.pen ? [{ id: arrow.id, before: arrow.pen, after, sentence: arrow.sentence }] : [];
  });
}
