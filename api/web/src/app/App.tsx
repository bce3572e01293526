/** The whole page: the part that the address names, in its frame. */
import { useEffect } from "preact/hooks";

import { admitted } from "../api/client";
import { lang } from "../i18n";
import { closed, watchTheDoor } from "../views/studio/room/lock-state";
import { LockScreen } from "../views/studio/room/LockScreen";
import { Entry } from "./Entry";
import { OpenPart } from "./OpenPart";
import { loadPens } from "./pens";
import { Shell } from "./Shell";
import { loadVocabulary } from "./vocabulary";

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
  return (
    <Shell>
      <OpenPart />
    </Shell>
  );
}
