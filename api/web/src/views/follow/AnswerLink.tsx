/** The link by which who receives answers without an account, to be sent by whatever way both use. */
import { t } from "../../i18n";
import { CopyButton } from "../../parts/CopyButton";

export function AnswerLink({ link }: { link: string }) {
  const words = t().follow.answerLink;
  return (
    <section class="answer-link">
      <h3>{words.title}</h3>
      <p class="quiet">{words.hint}</p>
      <p class="answer-link-row">
        <input
          type="text"
          readOnly
          dir="ltr"
          aria-label={words.title}
          value={link}
          data-from-server
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={link} />
      </p>
    </section>
  );
}
