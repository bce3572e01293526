/** A consent was withdrawn: who knew, who confirmed, one tap for each call; and that paper does not forget. */
import type { Withdrawal } from "../../api/referral-types";
import { lang, said, t } from "../../i18n";
import { Icon } from "../../parts/Icon";
import { dateInWords } from "../../parts/words";
import { CallReceiver } from "./CallReceiver";
import { note, open } from "./state";

export function Told({ of, withdrawal }: { of: string; withdrawal: Withdrawal }) {
  const words = t().follow.withdrawal;
  const tell = ({ organisation, name }: Withdrawal["to_tell"][number]): void =>
    void note(of, "told", organisation ? { organisation } : { text: name }, words.tell(name));
  return (
    <section class="withdrawal">
      <h3>{words.who}</h3>
      <p data-from-server>{said(withdrawal.text)}</p>
      <ul data-from-server>
        {withdrawal.told.map((one) => (
          <li key={one.name}>
            <Icon name="check" /> {one.name}, {words.toldAlready(dateInWords(one.on, lang.value))}
          </li>
        ))}
        {withdrawal.to_tell.map((one) => (
          <li key={one.name} class="to-tell">
            <CallReceiver organisation={one.organisation} name={one.name} />
            <button type="button" class="button" onClick={() => tell(one)}>
              <Icon name="check" /> <span>{words.tell(one.name)}</span>
            </button>
          </li>
        ))}
      </ul>
      {withdrawal.still_open.map((one) => (
        <button key={one.id} type="button" class="button" onClick={() => open(one.id)}>
          {words.stillOpen(one.reference)}
        </button>
      ))}
    </section>
  );
}
