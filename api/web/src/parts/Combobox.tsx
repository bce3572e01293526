/** Type a few letters, choose one: the combobox of the ARIA practices, with a list that filters as one writes. */
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { matching } from "./matching";

export interface Option {
  value: string;
  label: string;
  /** Said in smaller letters beside the label, and searched too. */
  hint?: string;
}

interface Props {
  label: string;
  hint?: string;
  none: string;
  options: readonly Option[];
  chosen: Option | null;
  onChoose: (option: Option | null) => void;
  fault?: string | undefined;
  /** Empty the field after each choice (to add several). */
  clears?: boolean;
}

const SHOWN = 60;

export function Combobox(props: Props) {
  const { label, none, onChoose, clears } = props;
  const id = useId();
  const state = useTyping(props);
  const { found, active, open, setOpen } = state;
  const choose = (option: Option): void => {
    onChoose(option);
    state.setText(clears ? "" : option.label);
    setOpen(false);
  };
  return (
    <div
      class="field combobox"
      onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOpen(false)}
    >
      <label for={`${id}-input`}>{label}</label>
      <Field id={id} props={props} state={state} choose={choose} />
      <Options id={id} label={label} shown={open} found={found} active={active} choose={choose} />
      {open && found.length === 0 && (
        <p class="options-none" role="status">
          {none}
        </p>
      )}
    </div>
  );
}

type Typing = ReturnType<typeof useTyping>;

/** What is written, whether the list is open, which option is the active one, and which options match. */
function useTyping({ options, chosen }: Props) {
  const [text, setText] = useState(chosen?.label ?? "");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  useEffect(() => setText(chosen?.label ?? ""), [chosen?.value, chosen?.label]);
  const found = matching(options, chosen && text === chosen.label ? "" : text).slice(0, SHOWN);
  return { text, setText, open, setOpen, active, setActive, found };
}

interface FieldProps {
  id: string;
  props: Props;
  state: Typing;
  choose: (option: Option) => void;
}

function Field({ id, props, state, choose }: FieldProps) {
  const { hint, fault, chosen, clears, onChoose } = props;
  const { text, open, active, found } = state;
  return (
    <input
      id={`${id}-input`}
      type="text"
      role="combobox"
      autocomplete="off"
      spellcheck={false}
      aria-expanded={open}
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      aria-activedescendant={open && found[active] ? `${id}-${active}` : undefined}
      aria-invalid={fault ? true : undefined}
      aria-describedby={fault}
      placeholder={hint}
      value={text}
      onInput={(event) => {
        state.setText(event.currentTarget.value);
        state.setActive(0);
        state.setOpen(true);
        if (chosen && !clears) onChoose(null);
      }}
      onClick={() => state.setOpen(true)}
      onKeyDown={(event) => turn(event, state, choose)}
    />
  );
}

/** Arrows move among the options, Enter takes one, Escape closes. */
function turn(event: KeyboardEvent, state: Typing, choose: (option: Option) => void): void {
  const { open, active, found } = state;
  const current = found[active];
  if (event.key === "ArrowDown" && open) state.setActive(Math.min(active + 1, found.length - 1));
  else if (event.key === "ArrowDown") state.setOpen(true);
  else if (event.key === "ArrowUp") state.setActive(Math.max(active - 1, 0));
  else if (event.key === "Enter" && open && current) choose(current);
  else if (event.key === "Escape" && open) state.setOpen(false);
  else return;
  event.preventDefault();
}

interface OptionsProps {
  id: string;
  label: string;
  shown: boolean;
  found: readonly Option[];
  active: number;
  choose: (option: Option) => void;
}

function Options({ id, label, shown, found, active, choose }: OptionsProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.children[active]?.scrollIntoView?.({ block: "nearest" }), [active, shown]);
  return (
    <ul
      id={`${id}-list`}
      ref={list}
      role="listbox"
      aria-label={label}
      class="options"
      hidden={!shown || found.length === 0}
      data-from-server
    >
      {found.map((option, index) => (
        <li
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(option)}
        >
          <span>{option.label}</span> {option.hint && <span class="quiet">{option.hint}</span>}
        </li>
      ))}
    </ul>
  );
}
