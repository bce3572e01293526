/** Nine dots to join with a finger, a mouse, or one by one with the keyboard. */
import { useRef } from "preact/hooks";

import { t } from "../../../i18n";
import { DOTS, joined } from "../../../studio/lock";

interface Props {
  label: string;
  path: readonly number[];
  onPath: (path: readonly number[]) => void;
  /** A finger that joined several dots was raised. */
  onDrawn: (path: readonly number[]) => void;
}

const at = (dot: number): [number, number] => [50 + 100 * (dot % 3), 50 + 100 * Math.floor(dot / 3)];

export function DotPad({ label, path, onPath, onDrawn }: Props) {
  const words = t().studio.room.lock;
  const stroke = useStroke(path, onPath, onDrawn);
  return (
    <div class="dot-pad" role="group" aria-label={label} {...stroke}>
      <svg viewBox="0 0 300 300" aria-hidden="true" focusable="false">
        <polyline points={path.map((dot) => at(dot).join(",")).join(" ")} />
      </svg>
      {DOTS.map((dot) => (
        <button
          key={dot}
          type="button"
          class={path.includes(dot) ? "dot on" : "dot"}
          data-dot={dot}
          aria-pressed={path.includes(dot)}
          aria-label={path.includes(dot) ? words.dotOn(dot + 1) : words.dot(dot + 1)}
          // A mouse or finger is heard by the pad; a click without one comes from the keyboard or a screen reader.
          onClick={(event) => event.detail === 0 && onPath(joined(path, dot))}
        />
      ))}
    </div>
  );
}

/** One finger at a time; it may begin on any dot and slide over the others. */
function useStroke(path: readonly number[], onPath: Props["onPath"], onDrawn: Props["onDrawn"]) {
  const finger = useRef<number | null>(null);
  const drawn = useRef<readonly number[]>(path);
  const slid = useRef(false);
  drawn.current = path;
  const touch = (event: PointerEvent): void => {
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-dot]");
    if (!under) return;
    const next = joined(drawn.current, Number(under.dataset["dot"]));
    if (next === drawn.current) return;
    drawn.current = next;
    onPath(next);
  };
  return {
    onPointerDown: (event: PointerEvent): void => {
      if (finger.current !== null) return;
      finger.current = event.pointerId;
      slid.current = false;
      // A touch keeps its first target otherwise: the other dots would never be under it.
      (event.target as Element).releasePointerCapture?.(event.pointerId);
      touch(event);
    },
    onPointerMove: (event: PointerEvent): void => {
      if (event.pointerId !== finger.current) return;
      const before = drawn.current.length;
      touch(event);
      if (drawn.current.length > before) slid.current = true;
    },
    onPointerUp: (event: PointerEvent): void => {
      if (event.pointerId !== finger.current) return;
      finger.current = null;
      if (slid.current) onDrawn(drawn.current);
    },
    onPointerCancel: (event: PointerEvent): void => {
      if (event.pointerId === finger.current) finger.current = null;
    },
  };
}
