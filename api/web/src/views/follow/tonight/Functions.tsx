/** Functions reachable tonight: what they are, when, and one tap to call. Also shown above an answer for tonight. */
import type { NightFunction } from "../../../api/referral-types";
import { said } from "../../../i18n";
import { Icon } from "../../../parts/Icon";
import { telephones } from "../../../parts/telephone";

export function Functions({ of }: { of: readonly NightFunction[] }) {
  return (
    <ul class="night-list" data-from-server>
      {of.map((one, index) => (
        <Reachable key={index} of={one} />
      ))}
    </ul>
  );
}

function Reachable({ of }: { of: NightFunction }) {
  const numbers = telephones(of.phone);
  return (
    <li class="night-function">
      <p>
        {said(of.label)}
        {of.organisation_name && <span class="quiet"> {of.organisation_name}</span>}
        {of.hours && <span class="quiet"> {said(of.hours)}</span>}
      </p>
      {numbers.map(({ said: number, href }) => (
        <a key={href} class="button strong call" href={href}>
          <Icon name="phone" /> <span>{number}</span>
        </a>
      ))}
      {numbers.length === 0 && of.phone && <p>{of.phone}</p>}
    </li>
  );
}
