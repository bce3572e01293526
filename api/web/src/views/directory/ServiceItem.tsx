/** One service of an organisation. */
import type { ServiceRow } from "../../api/types";
import { lang, t } from "../../i18n";
import { FromServer } from "../../parts/FromServer";
import { dateInWords } from "../../parts/words";
import { Facts } from "./Facts";

export function ServiceItem({ service }: { service: ServiceRow }) {
  const words = t().directory;
  return (
    <li class="service">
      <h4>
        <FromServer>{service.category.label}</FromServer>{" "}
        <span class="mark" data-from-server>
          {service.status_text}
        </span>
      </h4>
      {service.description && <FromServer as="p">{service.description}</FromServer>}
      <Facts
        rows={[
          [words.groups, service.groups.map((group) => group.label).join(", ")],
          [words.places, service.places.join(", ")],
          [words.conditions, service.conditions],
          [words.period, periodInWords(service.period ?? "")],
          [words.source, service.source],
        ]}
      />
    </li>
  );
}

/** "2021-12/2023-11", "2009/" or "/2015" in words; anything else as it was written. */
export function periodInWords(period: string): string {
  const words = t().directory;
  const [first = "", last, more] = period.split("/").map((date) => dateInWords(date.trim(), lang.value));
  if (last === undefined || more !== undefined) return period && dateInWords(period, lang.value);
  if (first && last) return words.fromTo(first, last);
  return first ? words.since(first) : last && words.upTo(last);
}
