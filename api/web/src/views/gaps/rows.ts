/** The map read by needs or by places: rows of cells, and what one row holds of each state. */
import type { CellState, GapMap } from "../../api/gap-types";

export type Side = "need" | "place";

export interface Cell {
  id: string;
  label: string;
  state: CellState;
}
export interface Row {
  id: string;
  label: string;
  cells: Cell[];
}
export interface Held {
  state: CellState;
  label: string;
  labels: string[];
}

/** One row a need or a place, in the order of the answer: that of names. */
export function rowsOf({ areas, needs }: GapMap, side: Side): Row[] {
  const state = (cells: readonly CellState[], at: number): CellState => cells[at] ?? "nothing";
  if (side === "need") {
    return needs.map(({ need, label, cells }) => ({
      id: need,
      label,
      cells: areas.map((area, at) => ({ ...area, state: state(cells, at) })),
    }));
  }
  return areas.map((area, at) => ({
    ...area,
    cells: needs.map(({ need, label, cells }) => ({ id: need, label, state: state(cells, at) })),
  }));
}

/** What a row holds, state by state in the order of the legend; states it does not hold are left out. */
export function heldBy(row: Row, states: GapMap["states"]): Held[] {
  return states
    .map(({ state, label }) => ({ state, label, labels: row.cells.filter((cell) => cell.state === state).map((cell) => cell.label) }))
    .filter(({ labels }) => labels.length > 0);
}
