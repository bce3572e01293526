/** What was found, as cards; a discreet organisation shows its name and nothing of what it does. */
import type { ProviderCard } from "../../api/types";
import { t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { open, results, search, showMore } from "./state";

export function Results() {
  const words = t().directory;
  return (
    <Awaited of={results} retry={search}>
      {(page) => (
        <>
          <p class="count" role="status">
            {words.found(page.total)} {page.total === 0 && words.noneHint}
          </p>
          <ul class="cards providers">
            {page.items.map((one) => (
              <Card key={one.id} provider={one} />
            ))}
          </ul>
          {page.items.length < page.total && (
            <p class="more">
              <button type="button" class="button" onClick={showMore}>
                {words.more}
              </button>
            </p>
          )}
        </>
      )}
    </Awaited>
  );
}

const CATEGORIES = 4;

function Card({ provider }: { provider: ProviderCard }) {
  const categories = provider.categories ?? [];
  const rest = categories.length - CATEGORIES;
  const under = [provider.acronym === provider.name ? "" : provider.acronym, provider.typology?.label]
    .filter(Boolean)
    .join(" · ");
  return (
    <li class="card provider" data-provider={provider.id} data-from-server>
      <h2>
        <button type="button" class="card-link" onClick={() => open(provider.id)}>
          {provider.name}
        </button>
      </h2>
      {under && <p class="quiet">{under}</p>}
      {provider.places && provider.places.length > 0 && <p class="quiet">{provider.places.join(", ")}</p>}
      {categories.length > 0 && (
        <ul class="tags">
          {categories.slice(0, CATEGORIES).map((one) => (
            <li key={one.code}>{one.label}</li>
          ))}
          {rest > 0 && <li>+ {rest}</li>}
        </ul>
      )}
    </li>
  );
}
