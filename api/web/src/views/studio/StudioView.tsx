/**
 * The studio: the paper in the middle, the tools beside it, and around them the panels of the other parts.
 *
 * Slots, one line each; a panel shows itself or nothing, and reads `state.ts`:
 * - `bar`: beside the title: keeping and its sign, the room (veil, lock, second window), sharing.
 * - `side`: at the right, scrolling: the session card, the directory at hand; the sheet in words comes first when open.
 * - `under`: below the sentence: replay, the network at a date.
 * - `over`: floats over the paper or the page: dialogs, the lock.
 */
import { useEffect } from "preact/hooks";

import { t } from "../../i18n";
import { surroundings } from "../../sharing/surroundings";
import { Icon } from "../../parts/Icon";
import { Languages } from "../../parts/Languages";
import { Asking } from "./Asking";
import { Canvas } from "./Canvas";
import { CardButton, SessionCard } from "./card/SessionCard";
import { cardOpen } from "./card/state";
import { ElementMenu } from "./ElementMenu";
import { Entrance } from "./Entrance";
import { KeepingSign, KeepingSlot } from "./keeping/KeepingSlot";
import { KeysHelp } from "./KeysHelp";
import { Naming } from "./Naming";
import { HelpPanel } from "./near";
import { ReplayBar } from "./replay/ReplayBar";
import { ReplayButtons } from "./replay/ReplayButtons";
import { Ring } from "./Ring";
import { LockButton, RoomBar } from "./room/RoomBar";
import { Announcements, Bubble, SavedSign, Sentence } from "./Sayings";
import { SharingBar } from "./sharing/SharingBar";
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
      <div class="studio-stage">
        <Canvas />
        <Zoom />
        <Ring />
        <Naming />
        <ElementMenu />
        <Bubble />
        <Notices />
      </div>
      <div class="studio-under">
        <Sentence />
        <ReplayBar />
        {/* slot `under` */}
      </div>
      <aside class="studio-side" aria-label={t().studio.drawing.list.title} hidden={!beside}>
        <SessionCard />
        {state.listing.value && <SheetList />}
        {/* slot `side` */}
      </aside>
      <Asking />
      <KeysHelp />
      <Announcements />
      <HelpPanel />
      <KeepingSlot />
      {/* slot `over` */}
    </div>
  );
}

function Bar() {
  const words = t().studio.drawing;
  return (
    <header class="studio-bar">
      <h1 class="visually-hidden">{words.title}</h1>
      <button type="button" class="button plain" onClick={() => state.leave()}>
        <Icon name="back" /> <span>{words.leave}</span>
      </button>
      {surroundings.value !== "file" && <SavedSign />}
      <div class="studio-slots">
        <CardButton />
        {surroundings.value === "laptop" && <KeepingSign />}
        <RoomBar />
        <ReplayButtons />
        <SharingBar />
        {/* slot `bar` */}
      </div>
      {/* The header of the page is put away while one draws; the other language stays within reach. */}
      <Languages short />
      <button
        type="button"
        class="round quiet-button"
        aria-pressed={state.dark.value === true}
        aria-label={words.tools.dark}
        title={words.tools.dark}
        onClick={switchRoom}
      >
        <Icon name="dark" />
      </button>
      <button
        type="button"
        class="round quiet-button"
        aria-label={words.tools.keys}
        title={words.tools.keys}
        onClick={() => (state.helping.value = true)}
      >
        <Icon name="keys" />
      </button>
      <LockButton />
    </header>
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

function switchRoom(): void {
  const now = state.dark.value ?? matchMedia("(prefers-color-scheme: dark)").matches;
  state.dark.value = !now;
  const { said } = t().studio.drawing;
  state.announce(now ? said.darkOff : said.darkOn);
}

/** The room is dark when one says so, else as the device is; only the studio follows. */
function useDarkRoom(): void {
  const chosen = state.dark.value;
  useEffect(() => {
    const device = matchMedia("(prefers-color-scheme: dark)");
    const follow = (): void => void document.documentElement.classList.toggle("dark-room", chosen ?? device.matches);
    follow();
    device.addEventListener("change", follow);
    return () => {
      device.removeEventListener("change", follow);
      document.documentElement.classList.remove("dark-room");
    };
  }, [chosen]);
}
