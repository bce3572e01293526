/** The whole page: the part that the address names, in its frame. */
import { useEffect } from "preact/hooks";

import { admitted } from "../api/client";
import { lang } from "../i18n";
import { CountsView } from "../views/counts/CountsView";
import { DirectoryView } from "../views/directory/DirectoryView";
import { FollowView } from "../views/follow/FollowView";
import { HelpView } from "../views/help/HelpView";
import { NetworkView } from "../views/network/NetworkView";
import { PensView } from "../views/pens/PensView";
import { SituationsView } from "../views/situations/SituationsView";
import { closed, watchTheDoor } from "../views/studio/room/lock-state";
import { LockScreen } from "../views/studio/room/LockScreen";
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
  follow: FollowView,
  counts: CountsView,
  directory: DirectoryView,
  network: NetworkView,
  pens: PensView,
};

export function App() {
  const known = admitted.value;
  const shut = closed.value;
  useEffect(watchTheDoor, []);
  useEffect(() => {
    if (!known) return;
    loadPens();
    loadVocabulary();
  }, [known, lang.value]);
  if (!known) return <Entry />;
  if (shut) return <LockScreen />;
  const View = VIEWS[part.value];
  return (
    <Shell>
      <View />
    </Shell>
  );
}
