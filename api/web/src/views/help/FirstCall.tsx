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
          {suggestion.hops > 0 && <FromServer as="p">{suggestion.contact.text}</FromServer>}
          {relays.map((step) => (
            <Ask key={step.actor} of={step} />
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

/** Somebody in between is asked one general question, and never told that there is a person. */
export function Ask({ of }: { of: PathStep }) {
  const words = t().help;
  return (
    <div>
      <p class="quiet">
        {words.askFirst} <FromServer>{of.short_name ?? of.name ?? of.actor}</FromServer>
      </p>
      {of.ask && <blockquote data-from-server>{said(words.quoted(of.ask))}</blockquote>}
    </div>
  );
}
