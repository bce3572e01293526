// @vitest-environment node
/** The page's geometry and that of the sheets are twins: the same numbers to 0.01 mm, from tools/geometry_vectors.py. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import type { PensDocument, Stroke } from "../src/api/pens";
import type { Lang } from "../src/api/types";
import { badge, badgeSize } from "../src/geometry/badge";
import { boxOf, type Box, type Point } from "../src/geometry/box";
import { building, home } from "../src/geometry/container";
import { elbows } from "../src/geometry/elbow";
import { fans } from "../src/geometry/fan";
import { figure, figureOutline, outlineSides, type Shape } from "../src/geometry/figure";
import { head, type HeadStatus } from "../src/geometry/head";
import { figureLabel } from "../src/geometry/label";
import { STUDIO } from "../src/geometry/sizes";
import { standAt, wallsAround, type Stand, type Walls } from "../src/geometry/stand";
import { stroked } from "../src/geometry/stroke";
import { wrap } from "../src/geometry/wrap";
import type { SituationDocument } from "../src/model/situation";
import { placesOf } from "../src/scene/places";
import { passiveSentence } from "../src/scene/sentence";
import type { SheetItem } from "../src/scene/sheet";
import { stage, type Staging } from "../src/scene/staging";

const read = <T>(path: string): T =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../../tests/vectors/${path}`, import.meta.url)), "utf-8")) as T;

const AREA = boxOf(6, 6, 285, 198);

/** Numbers of any shape agree to 0.01; all else is equal. */
function agree(made: unknown, wanted: unknown, where: string): void {
  if (typeof wanted === "number") {
    expect(Math.abs((made as number) - wanted), `${where}: ${String(made)} for ${wanted}`).toBeLessThanOrEqual(0.0101);
  } else if (typeof wanted === "string" && /^[MLCQ] /.test(wanted)) {
    agree(path(made as string), path(wanted), where);
  } else if (wanted !== null && typeof wanted === "object") {
    expect(Object.keys(made as object).sort(), where).toEqual(Object.keys(wanted).sort());
    for (const [key, value] of Object.entries(wanted)) agree((made as Record<string, unknown>)[key], value, `${where}.${key}`);
  } else expect(made, where).toEqual(wanted);
}

function path(d: string): (string | number)[] {
  return d.split(" ").map((word) => (/[A-Z]/.test(word) ? word : Number(word)));
}

function items(made: readonly SheetItem[]): unknown[] {
  return made.map((item) => {
    if (item.kind === "path") return { d: item.d, stroke: item.stroke, width: item.width, dash: item.dash, fill: item.fill };
    if (item.kind === "text") return { text: item.text, x: item.x, y: item.y, size: item.size, colour: item.colour };
    throw new Error("a group");
  });
}

const four = ({ x, y, w, h }: Box): number[] => [x, y, w, h];

interface Drawn {
  call: string;
  args: [number, number, number, number];
  stroke: Stroke;
  working: boolean;
  status: HeadStatus;
  shape: Shape;
  d: string;
  words: string;
  size: number;
  items: unknown[];
  points: Point[];
  sides: Point[];
  width: number;
}

test.each(read<Drawn[]>("geometry/symbols.json").map((row, n) => [row.call, n, row] as const))("%s %i is drawn alike", (call, _, row) => {
  const [a, b, c, d] = row.args ?? [0, 0, 0, 0];
  if (call === "outline") {
    agree(figureOutline(a, b, c, row.shape), row.points, "outline");
    agree(outlineSides(a, b, c, 0.6, row.shape), row.sides, "sides");
    return;
  }
  const draw: Record<string, () => SheetItem[]> = {
    figure: () => figure(a, b, c, row.stroke, row.working),
    home: () => home(boxOf(a, b, c, d), row.stroke),
    building: () => building(boxOf(a, b, c, d), row.stroke),
    stroked: () => stroked(row.d, row.stroke, "#ffffff"),
    head: () => head([a, b], c, d, "#123456", row.status),
    badge: () => badge([a, b], row.words, row.size, "#111111", "#222222"),
  };
  agree(items(draw[call]!()), row.items, call);
  if (call === "badge") agree(badgeSize(row.words, row.size)[0], row.width, "width");
});

interface Wrapped {
  text: string;
  size: number;
  width: number;
  lines: string[];
  figure?: { lines: string[]; width: number };
}

test("labels break in the same places", () => {
  for (const row of read<Wrapped[]>("geometry/labels.json")) {
    if (!row.figure) expect(wrap(row.text, row.size, row.width), `${row.text} at ${row.width}`).toEqual(row.lines);
    else agree((({ lines, width }) => ({ lines, width }))(figureLabel(row.text, STUDIO)), row.figure, row.text);
  }
});

interface Place {
  label: string;
  at: [number, number];
  stand?: Record<string, number[]>;
  kind: "household" | "institution";
  content: [number, number, number, number];
  walls: { box: number[]; words: number[]; lines: string[] };
}

test("figures and outlines take the same room", () => {
  for (const row of read<Place[]>("geometry/places.json")) {
    if (row.stand) {
      const { shape, words, box }: Stand = standAt("p", row.label, row.at, STUDIO);
      agree({ shape: four(shape), words: four(words), box: four(box) }, row.stand, row.label);
    } else {
      const made: Walls = wallsAround({ id: "h", kind: row.kind, label: row.label }, boxOf(...row.content), STUDIO);
      agree({ box: four(made.box), words: four(made.words), lines: made.label.lines }, row.walls, `${row.kind} ${row.label}`);
    }
  }
});

test("arrows between the same two ends bow alike", () => {
  for (const row of read<{ arrows: Staging["arrows"]; bows: Record<string, number> }[]>("geometry/fans.json")) {
    const bows = fans([...row.arrows].sort((a, b) => a.number - b.number));
    agree(Object.fromEntries(bows), row.bows, "bows");
  }
});

interface Ways {
  kind: string;
  joint: boolean;
  spots: Record<"a" | "b" | "j", [number, number]>;
  ways: [number, number][][];
}

test("lines of kinship run squarely alike", () => {
  for (const row of read<Ways[]>("geometry/elbows.json")) {
    const stand = (id: "a" | "b" | "j"): Stand => standAt(id, `Personne ${id}`, row.spots[id], STUDIO);
    const made = elbows(row.kind, stand("a"), stand("b"), row.joint ? stand("j") : undefined);
    agree(made, row.ways, `${row.kind} ${JSON.stringify(row.spots)} ${row.joint}`);
  }
});

const pens = { fr: read<PensDocument>("geometry/pens-fr.json"), en: read<PensDocument>("geometry/pens-en.json") };
const names = (id: string): string => (id.startsWith("x") ? "" : id.toUpperCase());

function staged(vector: string, lang: Lang, until: string | null, positions: [string, number, number][] = []): Staging {
  const { document } = read<{ document: SituationDocument }>(`gestures/${vector}`);
  return stage({ ...document, positions }, pens[lang], { lang, until, names });
}

interface Newcomers {
  situation: string;
  positions: [string, number, number][];
  centres: Record<string, number[]>;
  walls: Record<string, number[]>;
}

const newcomers = read<Newcomers[]>("geometry/newcomers.json");
test.each(newcomers.map((row, n) => [row.situation, n, row] as const))("newcomers of %s (%i) take the same slots", (_, __, row) => {
  const known = new Map(row.positions.map(([id, x, y]): [string, Point] => [id, [x / 100, y / 100]]));
  const made = placesOf(staged(row.situation, "fr", null), known, AREA, STUDIO)!;
  const centres = Object.keys(row.centres).map((id) => {
    const shape = made.stands.get(id)?.shape ?? made.walls.get(id)!.box;
    return [id, [shape.x + shape.w / 2, shape.y + shape.h / 2]];
  });
  agree(Object.fromEntries(centres), row.centres, "centres");
  agree(Object.fromEntries([...made.walls].map(([id, wall]) => [id, four(wall.box)])), row.walls, "walls");
  expect(Object.keys(made.placed).sort()).toEqual(Object.keys(row.centres).filter((id) => !known.has(id)).sort());
});

interface Staged {
  vector: string;
  lang: Lang;
  until: string | null;
  staging: Record<string, unknown>;
}

describe("who stands where", () => {
  const rows = read<Staged[]>("geometry/stagings.json");
  test("there are more than a hundred stagings", () => expect(rows.length).toBeGreaterThan(100));
  test.each(rows.map((row) => [row.vector, row.lang, row.until ?? "always", row] as const))("%s in %s, %s", (_, __, ___, row) => {
    const made = staged(row.vector, row.lang, row.until);
    expect({
      date: made.date,
      figures: made.figures.map((one) => [one.id, one.kind, one.side, one.label, one.inside]),
      containers: made.containers.map((one) => [one.id, one.kind, one.side, one.label, one.members, one.inside]),
      former: made.former.map((one) => [one.id, one.person, one.household, one.when, one.still]),
      arrows: made.arrows.map((one) => [one.id, one.activator, one.activated, one.pen, one.number, one.status, one.sentence]),
      kin: made.kin.map((one) => [one.id, one.a, one.b, one.kind, one.ended]),
    }).toEqual(row.staging);
  });
});

test("the sentence of an arrow is the story's", () => {
  for (const row of read<Record<"status" | "activated" | "activator" | "said", string>[]>("geometry/sentences.json")) {
    const lang = (row as unknown as { lang: Lang }).lang;
    expect(passiveSentence(pens[lang], row.activated, row.activator, row.status)).toBe(row.said);
  }
});
