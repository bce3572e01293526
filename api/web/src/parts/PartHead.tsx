/** The head of a part: its name, one sentence, and what one can do in it. */
import type { ComponentChildren } from "preact";

interface Props {
  title: string;
  intro: string;
  children?: ComponentChildren;
}

export function PartHead({ title, intro, children }: Props) {
  return (
    <header class="part-head">
      <div>
        <h1>{title}</h1>
        <p class="lead">{intro}</p>
      </div>
      {children}
    </header>
  );
}
