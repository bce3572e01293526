/** Type a few letters, choose one: the combobox of the ARIA practices, with a list that filters as one writes. */
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { fold } from "./words";

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

export function Combobox({ label, hint, none, options, chosen, onChoose, fault, clears }: Props) {
  const id = useId();
  const [text, setText] = useState(chosen?.label ?? "");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => setText(chosen?.label ?? ""), [chosen?.value, chosen?.label]);
  useEffect(() => list.current?.children[active]?.scrollIntoView?.({ block: "nearest" }), [active, open]);

  const found = matching(options, chosen && text === chosen.label ? "" : text).slice(0, SHOWN);
  const choose = (option: Option): void => {
    onChoose(option);
    setText(clears ? "" : option.label);
    setOpen(false);
  };
  const keys = (event: KeyboardEvent): void => {
    const last = found.length - 1;
    const current = found[active];
    if (event.key === "ArrowDown") open ? setActive(Math.min(active + 1, last)) : setOpen(true);
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Enter" && open && current) choose(current);
    else if (event.key === "Escape" && open) setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <div class="field combobox" onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOpen(false)}>
      <label for={`${id}-input`}>{label}</label>
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
          setText(event.currentTarget.value);
          setActive(0);
          setOpen(true);
          if (chosen && !clears) onChoose(null);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={keys}
      />
      <ul id={`${id}-list`} ref={list} role="listbox" aria-label={label} class="options" hidden={!open || found.length === 0} data-from-server>
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
      {open && found.length === 0 && <p class="options-none" role="status">{none}</p>}
    </div>
  );
}

/** Options whose words hold every word typed; those that begin so come first. */
export function matching(options: readonly Option[], typed: string): Option[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...options];
  const begin = words.join(" ");
  return options
    .map((option) => ({ option, text: fold(`${option.label} ${option.hint ?? ""}`) }))
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((a, b) => Number(b.text.startsWith(begin)) - Number(a.text.startsWith(begin)))
    .map(({ option }) => option);
}
