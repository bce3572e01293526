/** The part "Qui peut aider ?": the question on one side, the answer on the other. */
import { useEffect, useRef } from "preact/hooks";

import { lang, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { ProviderDialog } from "../directory/DirectoryView";
import { Answer } from "./Answer";
import { Question } from "./Question";
import { answer, asked, repeat } from "./state";

export function HelpView() {
  const words = t().help;
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) repeat();
    first.current = false;
  }, [lang.value]);
  return (
    <div class="two-columns">
      <section class="ask">
        <h1>{words.title}</h1>
        <p class="lead">{words.intro}</p>
        <Question onSent={() => title.current?.focus()} />
      </section>
      <section class="answer" aria-busy={answer.known.value.state === "loading"}>
        <h2 ref={title} tabIndex={-1}>
          {words.answer}
        </h2>
        {asked.value === null && <p class="empty">{words.waiting}</p>}
        <Awaited of={answer} retry={repeat}>
          {(found) => <Answer found={found} />}
        </Awaited>
      </section>
      <ProviderDialog />
    </div>
  );
}
