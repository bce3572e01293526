/** One service of an organisation. */
import type { ServiceRow } from "../../api/types";
import { t } from "../../i18n";
import { FromServer } from "../../parts/FromServer";
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
          [words.period, service.period],
        ]}
      />
    </li>
  );
}
