/** What happened, in sentences, the oldest first. */
import type { ReferralDetail } from "../../api/referral-types";
import { lang, said, t } from "../../i18n";
import { dateInWords } from "../../parts/words";

export function History({ lines }: { lines: ReferralDetail["history"] }) {
  const words = t().follow;
  return (
    <section class="history">
      <h3>{words.history}</h3>
      <ol data-from-server>
        {lines.map((line) => (
          <li key={line.id} class={line.late ? "quiet" : ""}>
            <time dateTime={line.on}>{dateInWords(line.on, lang.value)}</time>
            <span>{said(line.text)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
