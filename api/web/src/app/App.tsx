/** The whole page: the part that the address names, in its frame. */
import { useEffect } from "preact/hooks";

import { admitted } from "../api/client";
import { lang } from "../i18n";
import { DirectoryView } from "../views/directory/DirectoryView";
import { HelpView } from "../views/help/HelpView";
import { NetworkView } from "../views/network/NetworkView";
import { PensView } from "../views/pens/PensView";
import { SituationsView } from "../views/situations/SituationsView";
import { StudioView } from "../views/studio/StudioView";
import { Entry } from "./Entry";
import { loadPens } from "./pens";
import { part, type Part } from "./route";
import { Shell } from "./Shell";
import { loadVocabulary } from "./vocabulary";

const VIEWS: Record<Part, () => preact.JSX.Element> = {
  situations: SituationsView,
  studio: StudioView,
  help: HelpView,
  directory: DirectoryView,
  network: NetworkView,
  pens: PensView,
};

export function App() {
  const known = admitted.value;
  useEffect(() => {
    if (!known) return;
    loadPens();
    loadVocabulary();
  }, [known, lang.value]);
  if (!known) return <Entry />;
  const View = VIEWS[part.value];
  return (
    <Shell>
      <View />
    </Shell>
  );
}
