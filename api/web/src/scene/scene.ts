/** A composed sheet: the display list, and what stands where on it, in mm, for hands and keys. */
import type { SideName } from "../api/pens";
import type { PenName } from "../api/types";
import type { Box, Point } from "../geometry/box";
import type { SheetJson } from "./sheet";

/** A figure, a home or a building in its place. */
export interface SceneNode {
  readonly id: string;
  readonly what: "figure" | "home" | "building";
  readonly kind: "person" | "professional" | "undecided" | "household" | "institution";
  readonly side: SideName;
  /** What is written at it; may be empty. */
  readonly label: string;
  /** How a sentence names it; never empty. */
  readonly name: string;
  /** The home or building it stands in. */
  readonly parent: string | null;
  /** Who stands in it. */
  readonly members: readonly string[];
  /** The shape and its whole label. */
  readonly box: Box;
  /** The figure alone; for a home or building the same as `box`. */
  readonly shape: Box;
  readonly words: Box;
  /** The polygon arrows touch. */
  readonly outline: readonly Point[];
  readonly centre: Point;
}

export interface SceneArrow {
  readonly id: string;
  readonly activator: string;
  readonly activated: string;
  readonly pen: PenName;
  readonly number: number;
  readonly status: "active" | "ended" | "wished";
  readonly sentence: string;
  /** What was written on it; may be empty, and is under a veil. */
  readonly words: string;
  /** The whole line from tail to tip, flattened. */
  readonly line: readonly Point[];
  readonly tail: Point;
  readonly tip: Point;
  readonly headLength: number;
  readonly badge: Box | null;
}

/** A headless line: kinship, or the way to another home. */
export interface SceneLink {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  /** couple, filiation, foster, siblings, other, same_person, former_home or shared_home. */
  readonly kind: string;
  readonly line: readonly Point[];
}

export interface Scene {
  readonly sheet: SheetJson;
  readonly nodes: ReadonlyMap<string, SceneNode>;
  readonly arrows: ReadonlyMap<string, SceneArrow>;
  readonly links: ReadonlyMap<string, SceneLink>;
  /** The places given to newcomers, in mm, for the caller to record in one `place` gesture. */
  readonly placed: Readonly<Record<string, readonly [number, number]>>;
  readonly paper: PaperName;
  /** Where things may stand. */
  readonly area: Box;
}

export type PaperName = "A4" | "A3" | "A2" | "A1" | "A0";
