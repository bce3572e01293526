/** A small field beside what was just made: a name, if one likes. Leaving it empty is as good as writing. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import { lang, t } from "../../i18n";
import type { SituationDocument } from "../../model/situation";
import { Icon } from "../../parts/Icon";
import { said } from "../../scene/naming";
import { isLetter } from "../../studio/letters";
import { kindOf } from "../../studio/membership";
import * as doing from "./doing";
import { middleOf } from "./keying";
import { near } from "./floating";
import { backToPaper } from "./focus";
import * as state from "./state";

/** Slot for the directory at hand: what to show under the field for this element, given the words so far. */
export const beneath: { show?: (id: string, words: string, done: () => void) => preact.ComponentChildren } = {};

export function Naming() {
  const open = state.naming.value;
  if (!open || !state.pane.value) return null;
  return open.focus ? <Field key={open.id} id={open.id} /> : <Offer key={open.id} id={open.id} />;
}

/** For a finger only a small sign: a keyboard of glass would hide half the sheet, and nobody has to write. */
function Offer({ id }: { id: string }) {
  const box = useRef<HTMLButtonElement>(null);
  void state.seen.value;
  useLayoutEffect(() => near(box.current, middleOf(id), boxBelow(id)));
  return (
    <button ref={box} type="button" class="naming-offer" onClick={() => (state.naming.value = { id, focus: true })}>
      <Icon name="write" /> {t().studio.drawing.ring.name}
    </button>
  );
}

function Field({ id }: { id: string }) {
  const words = t().studio.drawing;
  const document = state.living.value;
  const kind = document ? kindOf(document, id) : "person";
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLFormElement>(null);
  const { text, setText, done, forget } = useWords(id, field);
  void state.seen.value;
  useLayoutEffect(() => near(box.current, middleOf(id), boxBelow(id)));
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    forget();
  };
  return (
    <form class="naming" ref={box} onSubmit={done} onKeyDown={leave}>
      <input
        ref={field}
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={200}
        aria-label={words.naming.label(words.kinds[kind])}
        placeholder={words.naming.hint}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button class="round strong" aria-label={words.naming.done} title={words.naming.done}>
        <Icon name="check" />
      </button>
      {beneath.show?.(id, text, () => (state.naming.value = null))}
    </form>
  );
}

/** The words while they are written; whatever closes the field keeps them, but Escape. */
function useWords(id: string, field: { current: HTMLInputElement | null }) {
  const document = state.living.value;
  const [text, setText] = useState(() => (document ? wordsOf(document, id) : ""));
  const held = useRef({ text, kept: text });
  held.current.text = text;
  const keep = (): void => {
    if (held.current.text === held.current.kept) return;
    held.current.kept = held.current.text;
    doing.name(id, held.current.text);
  };
  const done = (event?: Event): void => {
    event?.preventDefault();
    keep();
    state.naming.value = null;
    backToPaper(state.selected.peek());
  };
  const forget = (): void => {
    held.current.text = held.current.kept;
    done();
  };
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    return keep;
  }, []);
  return { text, setText, done, forget };
}

/** The words that stand there now; none under a veil. A letter given by the sheet is no name, and gives way to one. */
function wordsOf(document: SituationDocument, id: string): string {
  if (state.veil.peek()) return "";
  const labelled = [document.persons, document.households, document.institutions, document.undecided, document.activations, document.kinships];
  const found = labelled.flat().find((one) => one.id === id)?.label ?? document.professionals.find((one) => one.id === id)?.role ?? null;
  const words = said(found, lang.peek());
  return isLetter(words) ? "" : words;
}

/** How far under its middle a thing reaches, in mm. */
function boxBelow(id: string): number {
  const node = state.scene.peek()?.nodes.get(id);
  return node ? node.box.y + node.box.h - node.centre[1] : 0;
}
