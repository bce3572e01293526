/** The first call: one tap where a number is public, else whom to ask; what to say, and what not to say. */
import type { Suggestion } from "../../api/types";
import { said, t } from "../../i18n";
import { CopyButton } from "../../parts/CopyButton";
import { FromServer } from "../../parts/FromServer";
import { Icon } from "../../parts/Icon";
import { telephones } from "../../parts/telephone";

export function FirstCall({ suggestion }: { suggestion: Suggestion }) {
  const words = t().help;
  const numbers = telephones(suggestion.contact.phone);
  return (
    <div class="first-call">
      <h5>{words.firstCall}</h5>
      {numbers.map(({ said: number, href }) => (
        <a key={href} class="button strong wide call" href={href}>
          <Icon name="phone" />
          <span>{words.call}</span> <FromServer>{number}</FromServer>
        </a>
      ))}
      <blockquote data-from-server>{said(suggestion.first_call)}</blockquote>
      <CopyButton text={suggestion.first_call} />
    </div>
  );
}
