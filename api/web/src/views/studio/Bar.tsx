/** Above the paper: the way out, what is kept, and the signs of the other parts (slot `bar`). */
import { t } from "../../i18n";
import { surroundings } from "../../sharing/surroundings";
import { Icon } from "../../parts/Icon";
import { Languages } from "../../parts/Languages";
import { CardButton } from "./card/SessionCard";
import { KeepingSign } from "./keeping/KeepingSlot";
import { ReplayButtons } from "./replay/ReplayButtons";
import { LockButton, RoomBar } from "./room/RoomBar";
import { SavedSign } from "./Sayings";
import { SharingBar } from "./sharing/SharingBar";
import { switchRoom } from "./dark-room";
import { legendOpen } from "./Legend";
import * as state from "./state";

export function Bar() {
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
        <LegendButton />
        <ReplayButtons />
        <SharingBar />
        {/* slot `bar` */}
      </div>
      {/* The header of the page is put away while one draws; the other language stays within reach. */}
      <Languages short />
      <RoomSwitch />
      <KeysButton />
      <LockButton />
    </header>
  );
}

function LegendButton() {
  const words = t().studio.drawing.tools;
  return (
    <button
      type="button"
      class="round"
      aria-pressed={legendOpen.value}
      title={words.legend}
      onClick={() => (legendOpen.value = !legendOpen.value)}
    >
      <Icon name="legend" />
      <span class="bar-word">{words.legend}</span>
    </button>
  );
}

function RoomSwitch() {
  const words = t().studio.drawing;
  return (
    <button
      type="button"
      class="round quiet-button"
      aria-pressed={state.dark.value === true}
      aria-label={words.tools.dark}
      title={words.tools.dark}
      onClick={switchRoom}
    >
      <Icon name="dark" />
      <span class="bar-word">{words.tools.darkShort}</span>
    </button>
  );
}

function KeysButton() {
  const words = t().studio.drawing;
  return (
    <button
      type="button"
      class="round quiet-button"
      aria-label={words.tools.keys}
      title={words.tools.keys}
      onClick={() => (state.helping.value = true)}
    >
      <Icon name="keys" />
      <span class="bar-word">{words.tools.keys}</span>
    </button>
  );
}
