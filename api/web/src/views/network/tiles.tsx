/** Tiles of the network: a tap on the drawing or a button opens and closes them; those of an atlas do not open. */
import { useRef } from "preact/hooks";

import { t } from "../../i18n";
import { groupsOf, type SheetJson } from "../../scene/sheet";

const TILE: ReadonlySet<string> = new Set(["tile"]);
/** A finger that moved further than this, in CSS pixels, was moving the sheet. */
const STILL = 6;

export function toggled(open: readonly string[], tile: string): string[] {
  return open.includes(tile) ? open.filter((one) => one !== tile) : [...open, tile];
}

/** Handlers for the element round the drawing. The sheet captures the pointer, so the place of the tap is looked up. */
export function useTileTaps(onToggle: (tile: string) => void) {
  const began = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent): void => {
      began.current = event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
    },
    onClick: (event: MouseEvent): void => {
      const start = began.current;
      began.current = null;
      if (!start || Math.hypot(event.clientX - start.x, event.clientY - start.y) > STILL) return;
      const touched = document.elementFromPoint(event.clientX, event.clientY);
      const tile = touched?.closest<SVGElement>("[data-kind=tile][data-open]")?.dataset["id"];
      if (tile) onToggle(tile);
    },
  };
}

/** The same for the keyboard and the screen reader: one button a tile. */
export function TileList({ sheet, onToggle }: { sheet: SheetJson; onToggle: (tile: string) => void }) {
  const tiles = groupsOf(sheet.items, TILE).filter((tile) => tile.data["open"]);
  if (tiles.length === 0) return null;
  return (
    <details class="tile-list">
      <summary>{t().network.tiles}</summary>
      <div class="chips" role="group" aria-label={t().network.tiles}>
        {tiles.map((tile) => (
          <button
            key={tile.data["id"]}
            type="button"
            class="chip-button"
            aria-pressed={tile.data["open"] === "yes"}
            onClick={() => onToggle(tile.data["id"] ?? "")}
          >
            {tile.label.replace(/[,(].*$/, "").trim()}
          </button>
        ))}
      </div>
    </details>
  );
}
