/** The first call: one tap where a number is public, else whom to ask; what to say, word for word, and what not to say. */
import type { PathStep, Suggestion } from "../../api/types";
import { said, t } from "../../i18n";
import { CopyButton } from "../../parts/CopyButton";
import { FromServer } from "../../parts/FromServer";
import { Icon } from "../../parts/Icon";
import { telephones } from "../../parts/telephone";

export function FirstCall({ suggestion }: { suggestion: Suggestion }) {
  const words = t().help;
  const numbers = telephones(suggestion.contact.phone);
  const relays = suggestion.discreet ? [] : suggestion.path.slice(1, -1);
  return (
    <div class="first-call">
      <h5>{words.firstCall}</h5>
      {numbers.map(({ said: number, href }) => (
        <a key={href} class="button strong wide call" href={href}>
          <Icon name="phone" />
          <span>{words.call}</span> <FromServer>{number}</FromServer>
        </a>
      ))}
      {numbers.length === 0 && (
        <>
          {suggestion.hops > 0 && <Written of={suggestion.contact} />}
          {relays.map((step, index) => (
            <Ask key={step.actor} of={step} then={index > 0} />
          ))}
        </>
      )}
      <div>
        <p class="quiet">{suggestion.hops === 0 ? words.toColleagues : words.toService}</p>
        <blockquote data-from-server>{said(words.quoted(suggestion.first_sentence))}</blockquote>
      </div>
      <p class="not-said" data-from-server>
        {said(suggestion.do_not_say)}
      </p>
      <CopyButton text={suggestion.first_sentence} />
    </div>
  );
}

/** No number: what is known of writing to them. */
function Written({ of }: { of: Suggestion["contact"] }) {
  return (
    <>
      <FromServer as="p">{of.text}</FromServer>
      {emails(of.email).map((one) => (
        <a key={one} class="button" href={`mailto:${one}`} data-from-server>
          {one}
        </a>
      ))}
    </>
  );
}

function emails(text: string | null | undefined): string[] {
  return (text ?? "")
    .split(/[;,\s]+/)
    .filter((one) => /^[^@]+@[^@]+$/.test(one))
    .slice(0, 1);
}

/** Somebody in between is asked one general question, and never told that there is a person. */
export function Ask({ of, then }: { of: PathStep; then?: boolean }) {
  const words = t().help;
  return (
    <div data-ask={of.actor}>
      <p class="quiet">
        {then ? words.askThen : words.askFirst} <FromServer>{of.short_name ?? of.name ?? of.actor}</FromServer>
      </p>
      {of.ask && <blockquote data-from-server>{said(words.quoted(of.ask))}</blockquote>}
    </div>
  );
}
