/** The keys of the sheet: each press made into a command. The letters are the same in both languages. */
import type { Direction } from "./walk";

/** Kinds in the order of the ring and of the number keys. */
export const ADDABLE = ["person", "professional", "institution", "household", "undecided"] as const;
export type Addable = (typeof ADDABLE)[number];

export type Command =
  | { do: "go"; to: Direction }
  | { do: "step"; by: 1 | -1 }
  | { do: "nudge"; to: Direction; far: boolean }
  | { do: "add"; what: Addable }
  | { do: "arrow" | "link" | "home" | "confirm" | "menu" | "name" | "remove" | "undo" | "redo" | "cancel" }
  | { do: "arrows"; by: 1 | -1 }
  | { do: "first" | "last" }
  | { do: "help" | "list" | "print" | "closer" | "farther" | "fit" };

export interface Press {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

const PLAIN: Readonly<Record<string, Command>> = {
  Enter: { do: "confirm" },
  " ": { do: "confirm" },
  Escape: { do: "cancel" },
  Home: { do: "first" },
  End: { do: "last" },
  Delete: { do: "remove" },
  Backspace: { do: "remove" },
  F2: { do: "name" },
  ContextMenu: { do: "menu" },
  a: { do: "arrow" },
  k: { do: "link" },
  h: { do: "home" },
  n: { do: "name" },
  m: { do: "menu" },
  l: { do: "list" },
  "+": { do: "closer" },
  "=": { do: "closer" },
  "-": { do: "farther" },
  "0": { do: "fit" },
  "?": { do: "help" },
  "[": { do: "arrows", by: -1 },
  "]": { do: "arrows", by: 1 },
  PageUp: { do: "arrows", by: -1 },
  PageDown: { do: "arrows", by: 1 },
};

/** What a key press on the sheet asks for; undefined leaves it to the browser. */
export function command(press: Press): Command | undefined {
  if (press.ctrl) return withControl(press);
  const direction = DIRECTIONS[press.key];
  if (direction && press.shift) return { do: "nudge", to: direction, far: press.alt };
  if (press.alt) return undefined;
  if (direction) return { do: "go", to: direction };
  if (press.key === "Tab") return { do: "step", by: press.shift ? -1 : 1 };
  if (press.key === "F10" && press.shift) return { do: "menu" };
  const digit = /^[1-5]$/.test(press.key) ? ADDABLE[Number(press.key) - 1] : undefined;
  if (digit) return { do: "add", what: digit };
  return PLAIN[press.key.length === 1 ? press.key.toLowerCase() : press.key];
}

function withControl({ key, shift }: Press): Command | undefined {
  const letter = key.toLowerCase();
  if (letter === "z") return { do: shift ? "redo" : "undo" };
  if (letter === "y") return { do: "redo" };
  if (letter === "p") return { do: "print" };
  return undefined;
}
