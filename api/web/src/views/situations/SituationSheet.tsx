/** One situation: its sheet in the middle, settings above, and the story, the words or the questions beside. */
import { useEffect, useRef } from "preact/hooks";

import { SheetView } from "../../scene/SheetView";
import { lang, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { Icon } from "../../parts/Icon";
import { Tabs } from "../../parts/Tabs";
import { InWords } from "./InWords";
import { Player } from "./Player";
import { Questions } from "./Questions";
import { SheetSettings } from "./SheetSettings";
import { choose, inList, loadSheet, presenting, sheet, step, story, tab, turn, type Tab } from "./state";
import { StoryPanel } from "./StoryPanel";
import { StudioRefused } from "./StudioRefused";
import { drawHere } from "./studio";

export function SituationSheet({ id }: { id: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus(), [id]);
  useProjection(room);
  const shown = presenting.value;
  return (
    <div class={shown ? "desk projected" : "desk"} ref={room}>
      <header class="desk-head" hidden={shown}>
        <button type="button" class="button plain" onClick={() => choose(null)}>
          <Icon name="back" /> <span>{t().situations.back}</span>
        </button>
        <div class="desk-title" data-from-server>
          <h1 ref={title} tabIndex={-1}>
            {story.value?.title ?? inList()?.title ?? ""}
          </h1>
        </div>
        <DrawButton id={id} />
        <SheetSettings id={id} />
        <StudioRefused />
      </header>
      <figure class="desk-sheet">
        <Awaited of={sheet} retry={loadSheet}>
          {(drawn) => (
            <div class="desk-drawing" data-from-server lang={lang.value}>
              <SheetView sheet={drawn} step={step.value} />
            </div>
          )}
        </Awaited>
        <Player />
      </figure>
      {!shown && <Around id={id} />}
    </div>
  );
}

/** Take the situation up in the studio. */
function DrawButton({ id }: { id: string }) {
  return (
    <button type="button" class="button strong" onClick={() => void drawHere(id, inList()?.keep)}>
      <Icon name="write" /> <span>{t().studio.drawing.open}</span>
    </button>
  );
}

function Around({ id }: { id: string }) {
  const words = t().tabs;
  return (
    <aside class="desk-side" aria-label={words.label}>
      <Tabs<Tab>
        label={words.label}
        value={tab.value}
        onChange={(next) => (tab.value = next)}
        tabs={[
          { value: "story", label: words.story, panel: () => <StoryPanel /> },
          { value: "list", label: words.list, panel: () => <InWords /> },
          { value: "questions", label: words.questions, panel: () => <Questions id={id} /> },
        ]}
      />
    </aside>
  );
}

/** Projection fills the screen where the browser allows it, and listens to a presenter's remote (page keys). */
function useProjection(room: { current: HTMLDivElement | null }): void {
  const shown = presenting.value;
  useEffect(() => {
    document.body.classList.toggle("projecting", shown);
    if (shown) void room.current?.requestFullscreen?.().catch(() => undefined);
    else if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    return () => document.body.classList.remove("projecting");
  }, [shown]);
  useEffect(() => {
    const left = (): void => {
      if (!document.fullscreenElement) presenting.value = false;
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === "Escape") presenting.value = false;
      if (!presenting.value || (event.key !== "PageDown" && event.key !== "PageUp")) return;
      event.preventDefault();
      turn(event.key === "PageDown" ? 1 : -1);
    };
    document.addEventListener("fullscreenchange", left);
    document.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("fullscreenchange", left);
      document.removeEventListener("keydown", key);
    };
  }, []);
}
