/** A window over the page: the browser's own modal dialog, closed by Escape. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";

import { t } from "../i18n";
import { Icon } from "./Icon";

interface Props {
  title: string;
  fromServer?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, fromServer, onClose, children }: Props) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  // Before it is painted: whoever sees the window already has its keys.
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    // The button that led to the next question is gone, and the focus with it: a keyboard must find the question.
    if (document.activeElement === document.body) box.current?.querySelector<HTMLElement>(".dialog-body :is(button, a[href], input)")?.focus();
  });
  return (
    <dialog ref={box} class="dialog" aria-labelledby={id} onClose={onClose}>
      <header class="dialog-head">
        <h2 id={id} {...(fromServer ? { "data-from-server": true } : {})}>
          {title}
        </h2>
        <button type="button" class="round quiet-button" aria-label={t().app.close} onClick={() => box.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
