/** The session card beside the sheet: one step of the charter at a time, in large letters. It can be put away. */
import { said, t } from "../../../i18n";
import { Icon } from "../../../parts/Icon";
import { askFate } from "../keeping/state";
import { ReadBack } from "./ReadBack";
import { arrows, beginReading, cardOpen, done, go, reading, step, steps, toggleDone } from "./state";

export function SessionCard() {
  const words = t().studio.keeping.card;
  const all = steps.value;
  if (!cardOpen.value || all.length === 0) return null;
  return (
    <section class="session-card" aria-label={words.title}>
      <header class="session-head">
        <p class="quiet">{words.step(step.value + 1, all.length)}</p>
        <button type="button" class="round quiet-button" aria-label={words.close} onClick={() => (cardOpen.value = false)}>
          <Icon name="close" />
        </button>
      </header>
      <Progress />
      {reading.value === null ? <Step /> : <ReadBack />}
    </section>
  );
}

/** One mark a step: done, present, to come. */
function Progress() {
  return (
    <ol class="session-marks" aria-hidden="true">
      {steps.value.map(({ key }, at) => (
        <li key={key} class={at === step.value ? "now" : done.value.has(key) ? "done" : ""} />
      ))}
    </ol>
  );
}

function Step() {
  const words = t().studio.keeping.card;
  const now = steps.value[step.value];
  if (!now) return null;
  const hint = (words.hints as Record<string, string>)[now.key];
  const finished = done.value.has(now.key);
  const next = (): void => {
    if (!finished) toggleDone(now.key);
    go(1);
  };
  return (
    <>
      <p class="session-step" data-from-server aria-live="polite">
        {said(now.text)}
      </p>
      {hint && <p class="quiet">{hint}</p>}
      {now.key === "read_back" && (
        <button type="button" class="button strong wide" disabled={arrows.value.length === 0} onClick={beginReading}>
          {words.begin}
        </button>
      )}
      {now.key === "fate" && (
        <button type="button" class="button strong wide" onClick={askFate}>
          {words.fate}
        </button>
      )}
      <div class="session-turn">
        <button type="button" class="round" aria-label={words.previous} disabled={step.value === 0} onClick={() => go(-1)}>
          <Icon name="previous" />
        </button>
        <button type="button" class="button" aria-pressed={finished} onClick={() => (finished ? toggleDone(now.key) : next())}>
          {finished && <Icon name="check" />} {finished ? words.undone : words.done}
        </button>
        <button
          type="button"
          class="round"
          aria-label={words.next}
          disabled={step.value === steps.value.length - 1}
          onClick={() => go(1)}
        >
          <Icon name="next" />
        </button>
      </div>
    </>
  );
}

/** Opens the card; nothing when the charter has no session. */
export function CardButton() {
  const words = t().studio.keeping.card;
  if (steps.value.length === 0) return null;
  return (
    <button type="button" class="button" aria-pressed={cardOpen.value} onClick={() => (cardOpen.value = !cardOpen.value)}>
      <Icon name="check" /> <span>{words.open}</span>
    </button>
  );
}
