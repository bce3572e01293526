/** "Who can help?" asked from somebody on the sheet: for the facilitator's eyes, without a name, kept in memory only. */
import { useEffect, useRef } from "preact/hooks";

import { t } from "../../../i18n";
import { Awaited } from "../../../parts/Awaited";
import { Dialog } from "../../../parts/Dialog";
import { Icon } from "../../../parts/Icon";
import { useAgainInOtherLanguage } from "../../help/again";
import { Answer } from "../../help/Answer";
import { Origin, Question } from "../../help/Question";
import { askingFor, draw, inquiry, leave, services } from "./state";

export function HelpPanel() {
  if (askingFor.value === undefined) return null;
  return (
    <Dialog title={t().studio.near.ask} onClose={leave}>
      <Panel />
    </Dialog>
  );
}

function Panel() {
  const words = t().studio.near;
  const title = useRef<HTMLHeadingElement>(null);
  useAgainInOtherLanguage(inquiry);
  const asked = inquiry.asked.value;
  // The answer stands below a long question: whoever asked is brought to it.
  useEffect(() => {
    if (!asked) return;
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: "start" });
  }, [asked]);
  return (
    <div class="near-help">
      <p class="lead">{words.intro}</p>
      <Question of={inquiry} onSent={() => undefined} origin={(tried) => <From tried={tried} />} />
      <section class="answer" aria-busy={inquiry.answer.known.value.state === "loading"} hidden={!asked}>
        <h3 ref={title} tabIndex={-1}>
          {words.answer}
        </h3>
        <Awaited of={inquiry.answer} retry={() => inquiry.repeat()}>
          {(found) => (
            <Answer
              found={found}
              actions={(suggestion) => (
                <div class="near-draw">
                  <button type="button" class="button strong" onClick={() => draw(suggestion)}>
                    <Icon name="check" /> <span>{words.way.draw}</span>
                  </button>
                  <p class="quiet">{words.way.hint}</p>
                </div>
              )}
            />
          )}
        </Awaited>
      </section>
    </div>
  );
}

/** A service of the sheet, or any other of the directory. */
function From({ tried }: { tried: boolean }) {
  const words = t().studio.near;
  const { origin } = inquiry.question.value;
  const here = services.value;
  return (
    <div class="near-from">
      {here.length > 0 && (
        <fieldset class="chips-field">
          <legend>{words.fromSheet}</legend>
          <div class="chips" data-from-server>
            {here.map((one) => (
              <label key={one.value} class="chip">
                <input
                  type="radio"
                  name="near-origin"
                  checked={origin?.value === one.value}
                  onChange={() => inquiry.set({ origin: one })}
                />
                <span>{one.label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Origin of={inquiry} tried={tried} />
    </div>
  );
}
