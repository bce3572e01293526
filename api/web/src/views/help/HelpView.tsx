/** The part "Qui peut aider ?": the question on one side, the answer on the other. */
import { useRef } from "preact/hooks";

import { t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { ProviderDialog } from "../directory/DirectoryView";
import { useAgainInOtherLanguage } from "./again";
import { Answer } from "./Answer";
import { Question } from "./Question";
import { inquiry } from "./state";

export function HelpView() {
  const words = t().help;
  const title = useRef<HTMLHeadingElement>(null);
  useAgainInOtherLanguage(inquiry);
  return (
    <div class="two-columns">
      <section class="ask">
        <h1>{words.title}</h1>
        <p class="lead">{words.intro}</p>
        <Question of={inquiry} onSent={() => title.current?.focus()} />
      </section>
      <section class="answer" aria-busy={inquiry.answer.known.value.state === "loading"}>
        <h2 ref={title} tabIndex={-1}>
          {words.answer}
        </h2>
        {inquiry.asked.value === null && <p class="empty">{words.waiting}</p>}
        <Awaited of={inquiry.answer} retry={() => inquiry.repeat()}>
          {(found) => <Answer found={found} />}
        </Awaited>
      </section>
      <ProviderDialog />
    </div>
  );
}
