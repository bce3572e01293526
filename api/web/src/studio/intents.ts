/** What the hand and the keys want: said in ids and sheet millimetres, before anybody asks whether it may be. */

/** A point of the sheet, in mm. */
export interface Point {
  x: number;
  y: number;
}

/** What stands under a point (scene/hit.ts). `id` is "" on paper. */
export interface Under {
  what: "figure" | "rim" | "home" | "building" | "arrow" | "head" | "tail" | "link" | "paper";
  id: string;
}

export const PAPER: Under = { what: "paper", id: "" };

/**
 * What a drag does: `draw` is the usual one; `arrow` draws from the middle too, an arrow or a line of kinship; `home`
 * surrounds; `hand` carries the sheet.
 */
export type Tool = "draw" | "arrow" | "home" | "hand";

export type PointerType = "mouse" | "touch" | "pen";

/** A gesture under way, to be shown; nothing is decided before it ends. */
export type Underway =
  | { what: "arrow"; from: string; to: Point; over: Under }
  | { what: "redirect"; arrow: string; end: "activator" | "activated"; to: Point; over: Under }
  | { what: "move"; id: string; by: Point; at: Point }
  | { what: "lasso"; points: readonly Point[] };

export type Intent =
  | { kind: "tap"; under: Under; at: Point; type: PointerType }
  | { kind: "menu"; under: Under; at: Point; type: PointerType }
  | { kind: "underway"; gesture: Underway }
  | { kind: "arrow"; from: string; over: Under; at: Point }
  | { kind: "redirect"; arrow: string; end: "activator" | "activated"; over: Under; at: Point }
  | { kind: "move"; id: string; by: Point; at: Point }
  | { kind: "lasso"; points: readonly Point[] }
  /** In window pixels, since the sheet under the finger moves. */
  | { kind: "pan"; dx: number; dy: number }
  | { kind: "pinch"; factor: number; px: number; py: number; dx: number; dy: number }
  | { kind: "cancelled" };
