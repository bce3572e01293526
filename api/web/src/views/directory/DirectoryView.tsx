/** The Annuaire part: what one looks for, what was found, and one organisation in full. */
import { useEffect } from "preact/hooks";

import { lang, t } from "../../i18n";
import { Dialog } from "../../parts/Dialog";
import { PartHead } from "../../parts/PartHead";
import { Filters } from "./Filters";
import { ProviderPanel } from "./ProviderPanel";
import { Results } from "./Results";
import { detail, filters, loadDetail, open, opened, search, shown } from "./state";

export function DirectoryView() {
  const words = t().directory;
  useEffect(() => {
    const timer = setTimeout(search, filters.value.text ? 250 : 0);
    return () => clearTimeout(timer);
  }, [lang.value, filters.value, shown.value]);
  return (
    <div class="column">
      <PartHead title={words.title} intro={words.intro} />
      <Filters />
      <Results />
      <ProviderDialog />
    </div>
  );
}

/** Also opened from an answer of "Qui peut aider ?". */
export function ProviderDialog() {
  useEffect(loadDetail, [lang.value, opened.value]);
  if (opened.value === null) return null;
  const name = detail.value?.name;
  return (
    <Dialog title={name ?? t().app.loading} fromServer={name !== undefined} onClose={() => open(null)}>
      <ProviderPanel />
    </Dialog>
  );
}
