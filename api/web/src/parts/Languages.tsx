/** One button for each other language of the page; a language whose pack holds no words is not offered. */
import { useState } from "preact/hooks";

import { speak, t, tongue, tongues } from "../i18n";

/** `short`: the code of the language, and its whole name beside it for who asks. */
export function Languages({ short }: { short?: boolean }) {
  const names = t().app.languages;
  const [failed, setFailed] = useState(false);
  const change = (next: (typeof tongues)[number]): void =>
    void speak(next).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <>
      {failed && (
        <span class="fault" role="alert">
          {t().problem.network}
        </span>
      )}
      {tongues
        .filter((other) => other !== tongue.value)
        .map((other) => (
          <button
            key={other}
            type="button"
            class="language"
            lang={other}
            title={short ? names[other] : undefined}
            onClick={() => change(other)}
          >
            {short ? other.toUpperCase() : names[other]}
          </button>
        ))}
    </>
  );
}
