/** The part "Qui peut aider ?": the question on one side, the answer on the other. */
import { useEffect, useRef } from "preact/hooks";

import { t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { ProviderDialog } from "../directory/DirectoryView";
import { SendDialog } from "../follow/sending/SendDialog";
import { useAgainInOtherLanguage } from "./again";
import { Answer } from "./Answer";
import { Question } from "./Question";
import { Refer } from "./Refer";
import { SamePerson } from "./SamePerson";
import { inquiry } from "./state";

export function HelpView() {
  const words = t().help;
  const { title, sent } = useArrival();
  useAgainInOtherLanguage(inquiry);
  const asked = inquiry.asked.value;
  return (
    <div class="two-columns">
      <section class="ask">
        <h1>{words.title}</h1>
        <p class="lead">{words.intro}</p>
        <SamePerson />
        <Question of={inquiry} onSent={sent} />
      </section>
      <section class="answer" aria-busy={inquiry.answer.known.value.state === "loading"}>
        <h2 ref={title} tabIndex={-1}>
          {words.answer}
        </h2>
        {asked === null && <p class="empty">{words.waiting}</p>}
        <Awaited of={inquiry.answer} retry={() => inquiry.repeat()}>
          {(found) => <Answer found={found} actions={(one) => asked && <Refer suggestion={one} asked={asked} />} />}
        </Awaited>
      </section>
      <ProviderDialog />
      <SendDialog />
    </div>
  );
}

/** The answer stands below a long question on a phone: once it is there, whoever asked is brought to it. */
function useArrival() {
  const title = useRef<HTMLHeadingElement>(null);
  const expected = useRef(false);
  const there = inquiry.answer.known.value.state === "ready";
  useEffect(() => {
    if (!there || !expected.current) return;
    expected.current = false;
    title.current?.scrollIntoView({ block: "start" });
  }, [there]);
  const sent = (): void => {
    expected.current = true;
    title.current?.focus();
  };
  return { title, sent };
}
