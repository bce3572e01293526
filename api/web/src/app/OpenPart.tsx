/** The part that is open; while it is fetched one calm line, and when it cannot be had, why and what to do. */
import { useEffect } from "preact/hooks";

import { t } from "../i18n";
import { NotFetched } from "../parts/NotFetched";
import { fetchView, missing, views } from "./fetched";
import { part } from "./route";

export function OpenPart() {
  const name = part.value;
  useEffect(() => void fetchView(name), [name]);
  const View = views.value[name];
  if (View) return <View />;
  return (
    <div class="column">
      {missing.value.has(name) ? (
        <NotFetched retry={() => void fetchView(name)} />
      ) : (
        <p class="waiting" role="status">
          {t().app.loading}
        </p>
      )}
    </div>
  );
}
