/** The sign of what there is in a place: told apart by its shape, never by a colour alone. It says nothing to a screen reader. */
import type { CellState } from "../../api/gap-types";

const SHAPES: Record<CellState, string> = {
  open: "M12 4 A8 8 0 1 1 11.990 4 Z",
  to_check: "M12 4 A8 8 0 1 1 11.990 4 Z M12 10.500 A1.500 1.500 0 1 1 11.990 10.500 Z",
  full: "M4 4 H20 V20 H4 Z",
  closed: "M5 5 L19 19 M19 5 L5 19",
  elsewhere: "M3 12 H8 M11 12 H14 M13 6 L20 12 L13 18",
  nothing: "M7 12 H17",
};

export function StateSign({ state }: { state: CellState }) {
  return (
    <svg class="state-sign" data-state={state} viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={SHAPES[state]} />
    </svg>
  );
}
