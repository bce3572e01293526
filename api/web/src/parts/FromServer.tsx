/** Words that came from the server: marked, so that a test in the pseudo-language can tell them from forgotten ones. */
import type { ComponentChildren, JSX } from "preact";

import { said } from "../i18n";

interface Props {
  as?: keyof JSX.IntrinsicElements;
  class?: string;
  children: ComponentChildren;
}

export function FromServer({ as: Tag = "span", class: name, children }: Props) {
  const Element = Tag as "span";
  return (
    <Element {...(name ? { class: name } : {})} data-from-server>
      {typeof children === "string" ? said(children) : children}
    </Element>
  );
}
