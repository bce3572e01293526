/** One organisation in full: how to reach it, what it offers, its ties; all "to be checked" until somebody checked. */
import type { ComponentChildren } from "preact";

import type { ProviderDetail } from "../../api/types";
import { go } from "../../app/route";
import { lang, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { FromServer } from "../../parts/FromServer";
import { dateInWords } from "../../parts/words";
import { startFrom } from "../help/state";
import { Facts } from "./Facts";
import { ServiceItem } from "./ServiceItem";
import { detail, loadDetail, open } from "./state";

export function ProviderPanel() {
  const words = t().directory;
  return (
    <Awaited of={detail} retry={loadDetail}>
      {(provider) => (
        <div class="provider-panel">
          <FromServer as="p" class="quiet">
            {[provider.acronym, provider.typology?.label, provider.legal_status].filter(Boolean).join(" · ")}
          </FromServer>
          <p class="mark warn">
            {provider.last_check ? words.checked(dateInWords(provider.last_check, lang.value)) : words.neverChecked}
          </p>
          {provider.discreet && <p class="mark">{words.discreet}</p>}
          <Contact provider={provider} />
          <h3>{words.services}</h3>
          {provider.services.length === 0 && <p class="quiet">{words.noService}</p>}
          <ul class="services">
            {provider.services.map((service) => (
              <ServiceItem key={service.id} service={service} />
            ))}
          </ul>
          <Ties provider={provider} />
          <button
            type="button"
            class="button"
            onClick={() => {
              startFrom({ value: provider.id, label: provider.name });
              open(null);
              go("help");
            }}
          >
            {words.askFrom}
          </button>
        </div>
      )}
    </Awaited>
  );
}

function Contact({ provider }: { provider: ProviderDetail }) {
  const words = t().directory;
  const { phone, email } = provider;
  const rows: [string, ComponentChildren][] = [
    [words.phone, phone && <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>],
    [words.email, email && <a href={`mailto:${email}`}>{email}</a>],
    [words.website, provider.website],
    [words.address, provider.address],
    [words.notes, provider.contact_note],
    [words.perimeter, provider.perimeter],
    [words.places, provider.places?.join(", ")],
    [words.source, provider.source],
  ];
  const reachable = rows.slice(0, 4).some(([, value]) => value);
  return (
    <>
      <h3>{words.contact}</h3>
      {!reachable && <p class="quiet">{words.noContact}</p>}
      <Facts rows={rows} />
    </>
  );
}

function Ties({ provider }: { provider: ProviderDetail }) {
  if (provider.ties.length === 0) return null;
  return (
    <>
      <h3>{t().directory.ties}</h3>
      <ul class="ties" data-from-server>
        {provider.ties.map((tie) => (
          <li key={tie.id}>
            {tie.text}{" "}
            <button type="button" class="link" onClick={() => open(tie.actor)}>
              {tie.name}
            </button>
            {tie.evidence && <span class="quiet"> {quoted(tie.evidence)}</span>}
            {tie.source && <small class="source">{tie.source}</small>}
          </li>
        ))}
      </ul>
    </>
  );
}

function quoted(text: string): string {
  return lang.value === "fr" ? `«\u00a0${text}\u00a0»` : `“${text}”`;
}
