/** The frame of every part: skip link, banner, names of the parts, language. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { t } from "../i18n";
import { Languages } from "../parts/Languages";
import { Trial } from "../parts/Trial";
import { part, PARTS } from "./route";

export function Shell({ children }: { children: ComponentChildren }) {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const open = part.value;
  useEffect(() => {
    if (!first.current) main.current?.focus();
    first.current = false;
    scrollTo(0, 0);
  }, [open]);
  useEffect(() => {
    document.title = `${t().nav[open]} · ${t().app.name}`;
  }, [open, t()]);
  const skip = (event: Event): void => {
    event.preventDefault();
    main.current?.focus();
  };
  return (
    <>
      <a class="skip" href={`#/${open}`} onClick={skip}>
        {t().app.skip}
      </a>
      <Trial />
      <Header />
      <main class={`main main-${open}`} ref={main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Header() {
  return (
    <header class="header">
      <p class="brand">
        <img src="./mark.svg" alt="" width="32" height="32" />
        <span>{t().app.name}</span>
      </p>
      <nav aria-label={t().app.navigation}>
        <ul class="nav">
          {PARTS.map((name) => (
            <li key={name}>
              <a href={`#/${name}`} aria-current={name === part.value ? "page" : undefined}>
                {t().nav[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Languages />
    </header>
  );
}
