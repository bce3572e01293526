/** The sentence of the arrow being told, large, under the sheet; said politely to a screen reader. */
import { t } from "../../i18n";
import { PenBadge } from "../../parts/PenBadge";
import { step, story } from "./state";

export function Sentence() {
  const now = step.value;
  const line = now === null ? undefined : story.value?.lines[now - 1];
  return (
    <figcaption class="sentence" aria-live="polite" hidden={now === null}>
      {line ? (
        <>
          <PenBadge pen={line.pen} number={line.number} />
          <span data-from-server>{line.sentence}</span>
        </>
      ) : (
        now !== null && <span>{t().story.before}</span>
      )}
    </figcaption>
  );
}
