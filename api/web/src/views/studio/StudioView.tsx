/**
 * The studio: the paper in the middle, the tools beside it, and around them the panels of the other parts.
 *
 * Slots, one line each; a panel shows itself or nothing, and reads `state.ts`:
 * - `bar` (Bar.tsx): beside the title: keeping and its sign, the room (veil, lock, second window), sharing.
 * - `side`: at the right, scrolling: the session card, the directory at hand; the sheet in words comes first when open.
 * - `under`: below the sentence: replay, the network at a date.
 * - `over`: floats over the paper or the page: dialogs, the lock.
 */
import { useEffect } from "preact/hooks";

import { t } from "../../i18n";
import { Icon } from "../../parts/Icon";
import { Asking } from "./Asking";
import { Bar } from "./Bar";
import { Canvas } from "./Canvas";
import { useDarkRoom } from "./dark-room";
import { SessionCard } from "./card/SessionCard";
import { cardOpen } from "./card/state";
import { ElementMenu } from "./ElementMenu";
import { Entrance } from "./Entrance";
import { KeepingSlot } from "./keeping/KeepingSlot";
import { KeysHelp } from "./KeysHelp";
import { Legend } from "./Legend";
import { Naming } from "./Naming";
import { HelpPanel } from "./near";
import { ReplayBar } from "./replay/ReplayBar";
import { Ring } from "./Ring";
import { Announcements, Bubble, Sentence } from "./Sayings";
import { TakeAway } from "./sharing/TakeAway";
import { SheetList } from "./SheetList";
import { Notices } from "./syncing/Notices";
import * as state from "./state";
import { Toolbox } from "./Toolbox";

export function StudioView() {
  const open = state.desk.value !== null;
  useDarkRoom();
  useEffect(() => {
    document.body.classList.toggle("drawing", open);
    return () => document.body.classList.remove("drawing");
  }, [open]);
  if (!open) {
    return (
      <>
        <Entrance />
        <TakeAway />
        <KeepingSlot />
      </>
    );
  }
  const beside = state.listing.value || cardOpen.value;
  return (
    <div class={beside ? "studio with-side" : "studio"} data-sheet={state.desk.value?.id} data-unsent={state.unsent.value}>
      <Bar />
      <Toolbox />
      <Stage />
      <div class="studio-under">
        <Legend />
        <Sentence />
        <ReplayBar />
        {/* slot `under` */}
      </div>
      <Beside shown={beside} />
      <Asking />
      <KeysHelp />
      <Announcements />
      <HelpPanel />
      <KeepingSlot />
      {/* slot `over` */}
    </div>
  );
}

/** The paper, and what floats over it. */
function Stage() {
  return (
    <div class="studio-stage">
      <Canvas />
      <Zoom />
      <Ring />
      <Naming />
      <ElementMenu />
      <Bubble />
      <Notices />
    </div>
  );
}

function Beside({ shown }: { shown: boolean }) {
  return (
    <aside class="studio-side" aria-label={t().tabs.label} hidden={!shown}>
      <SessionCard />
      {state.listing.value && <SheetList />}
      {/* slot `side` */}
    </aside>
  );
}

function Zoom() {
  const words = t().sheet;
  const pane = state.pane.value;
  return (
    <div class="stage-buttons">
      <button type="button" class="round" aria-label={words.zoomIn} title={words.zoomIn} onClick={() => pane?.closer()}>
        <Icon name="plus" />
      </button>
      <button type="button" class="round" aria-label={words.zoomOut} title={words.zoomOut} onClick={() => pane?.farther()}>
        <Icon name="minus" />
      </button>
      <button type="button" class="round" aria-label={words.fit} title={words.fit} onClick={() => pane?.fit()}>
        <Icon name="fit" />
      </button>
    </div>
  );
}
