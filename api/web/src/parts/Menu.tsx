/** A button that opens a short list of links: a disclosure, closed by Escape and by leaving it. */
import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";

import { Icon, type IconName } from "./Icon";

export function Menu({ label, icon, children }: { label: string; icon: IconName; children: ComponentChildren }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      class="menu"
      onKeyDown={escape}
      onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOpen(false)}
    >
      <button ref={button} type="button" class="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name={icon} /> <span>{label}</span>
      </button>
      <ul id={id} class="menu-list" hidden={!open}>
        {children}
      </ul>
    </div>
  );
}
