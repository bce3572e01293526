// @vitest-environment node
/** What holds of every composed sheet, whatever was drawn: pens from the table, nothing moves by itself, no name under a veil. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import type { PensDocument } from "../src/api/pens";
import { fold } from "../src/gestures/fold";
import type { AnyGesture } from "../src/model/gestures";
import type { SituationDocument } from "../src/model/situation";
import { farFromEdge } from "../src/geometry/near";
import { compose, type ComposeOptions, type Scene } from "../src/scene/compose";
import { hit } from "../src/scene/hit";
import type { GroupItem } from "../src/scene/sheet";

const VECTORS = fileURLToPath(new URL("../../../tests/vectors/", import.meta.url));
const read = <T>(path: string): T => JSON.parse(readFileSync(VECTORS + path, "utf-8")) as T;
const pens = read<PensDocument>("geometry/pens-fr.json");
const options: ComposeOptions = { palette: "wall", lang: "fr", names: (id) => (id.startsWith("x") ? "" : `Service ${id}`) };

interface Vector {
  document: SituationDocument;
  gestures: AnyGesture[];
  texts: Record<string, { fr?: string; en?: string }>;
}
const vectors = readdirSync(`${VECTORS}gestures`).map((name) => [name, read<Vector>(`gestures/${name}`)] as const);

/** A reproducible source of numbers from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A sheet of people in homes and at work, each in a place of its own, with arrows of all kinds between them. */
function situation(seed: number): SituationDocument {
  const roll = dice(seed);
  const words = (text: string): { fr: string; en: string } => ({ fr: text, en: "" });
  const people = Array.from({ length: 9 }, (_, k) => `p${k}`);
  const workers = Array.from({ length: 6 }, (_, k) => `w${k}`);
  const spots = [...people, ...workers].map((id, k): [string, number, number] => [
    id,
    Math.round((40 + 48 * (k % 5) + 6 * roll()) * 100),
    Math.round((40 + 55 * Math.floor(k / 5) + 6 * roll()) * 100),
  ]);
  const all = [...people, ...workers];
  const pick = (): string => all[Math.floor(roll() * all.length)]!;
  const ends = Array.from({ length: 22 }, () => [pick(), pick()] as const).filter(([a, b]) => a !== b);
  return {
    id: `seed-${seed}`,
    about: { fictional: true, sensitivity: "prudence", title: null, notice: null, place: null },
    persons: people.map((id) => ({
      id, label: words(`Personne ${id}`), age_band: null, status: [], gender: null, birth: null, death: null, home_mark: null,
    })),
    households: [],
    memberships: [],
    professionals: workers.map((id) => ({ id, role: words(`agent ${id}`), organisation: null, organisation_text: null })),
    institutions: [],
    undecided: [],
    kinships: [{ id: "k0", a: "p0", b: "p1", kind: "couple", label: null, since: null, until: null }],
    activations: ends.map(([activator, activated], k) => ({
      id: `a${k}`, activator, activated, order: k + 1, when: null, label: null, status: "active", said_by: null, agreed: false,
      referral: false, source: null,
    })),
    positions: spots,
    agreed: [],
  };
}

function groups(scene: Scene): Map<string, GroupItem> {
  return new Map(scene.sheet.items.map((item) => [(item as GroupItem).data["id"]!, item as GroupItem]));
}

const seeds = Array.from({ length: 12 }, (_, k) => k + 1);

describe("the pen", () => {
  test.each(vectors)("of every arrow of %s is the table's for its two ends", (_, { document, gestures, texts }) => {
    const steps = [1, Math.ceil(gestures.length / 2), gestures.length].map((k) => fold(document.id, gestures.slice(0, k), texts));
    for (const step of steps) {
      const scene = compose(step, pens, options);
      for (const arrow of scene.arrows.values()) {
        const sides = [arrow.activator, arrow.activated].map((id) => scene.nodes.get(id)!.side);
        const row = pens.table.find((one) => one.activator === sides[0] && one.activated === sides[1]);
        expect(arrow.pen).toBe(row!.pen);
        const group = groups(scene).get(arrow.id)!;
        expect(group.data["pen"]).toBe(row!.pen);
        expect(group.items[0]).toMatchObject({ stroke: pens.palettes.wall.arrows[row!.pen as "blue"].colour });
      }
    }
  });
});

describe.each(seeds)("sheet %i", (seed) => {
  const document = situation(seed);
  const scene = compose(document, pens, options);

  test("is the same for the same document, in whatever order it was made", () => {
    const turned = structuredClone(document);
    turned.persons.reverse();
    turned.activations.reverse();
    turned.positions.reverse();
    const other = compose(turned, pens, options);
    expect(compose(structuredClone(document), pens, options).sheet).toEqual(scene.sheet);
    for (const [id, arrow] of scene.arrows) expect(other.arrows.get(id)).toEqual(arrow);
  });

  test("keeps everybody where they are placed", () => {
    for (const [id, x, y] of document.positions) {
      const [cx, cy] = scene.nodes.get(id)!.centre;
      expect([Math.round(cx * 100), Math.round(cy * 100)]).toEqual([x, y]);
    }
    expect(scene.placed).toEqual({});
  });

  test("moves one and its arrows alone, and to the very objects leaves the rest", () => {
    const before = groups(scene);
    const one = document.positions[seed % document.positions.length]![0];
    const [x, y] = scene.nodes.get(one)!.centre;
    const moved = compose(document, pens, { ...options, moving: { [one]: [x + 7, y + 5] } });
    const neighbours = new Set(
      document.activations.flatMap(({ activator: a, activated: b }) => (a === one || b === one ? [a, b] : [])),
    );
    for (const [id, group] of groups(moved)) {
      const arrow = scene.arrows.get(id);
      const link = scene.links.get(id);
      const own = id === one || arrow?.activator === one || arrow?.activated === one || link?.a === one || link?.b === one;
      // Arrows that end beside its own may make room on that outline; nothing else changes.
      const beside = arrow !== undefined && (neighbours.has(arrow.activator) || neighbours.has(arrow.activated));
      if (!own && !beside) expect(group, id).toBe(before.get(id));
      if (id === one) expect(group).not.toBe(before.get(id));
    }
    expect(moved.nodes.get(one)!.centre).toEqual([x + 7, y + 5]);
  });

  test("ends every arrow on the outline of its ends, and no two heads on one point", () => {
    const tips: (readonly [number, number])[] = [];
    for (const arrow of scene.arrows.values()) {
      for (const [id, point] of [[arrow.activator, arrow.tail], [arrow.activated, arrow.tip]] as const) {
        expect(farFromEdge(scene.nodes.get(id)!.outline, point), arrow.id).toBeLessThan(1.4);
      }
      for (const [x, y] of tips) expect(Math.hypot(arrow.tip[0] - x, arrow.tip[1] - y)).toBeGreaterThan(0.8);
      tips.push(arrow.tip);
    }
  });

  test("finds under a finger what it shows there", () => {
    for (const node of scene.nodes.values()) {
      const [x, y] = node.centre;
      expect(["figure", "tail", "head"]).toContain(hit(scene, [x, y], 3).what);
    }
    for (const arrow of scene.arrows.values()) {
      const found = hit(scene, arrow.line[Math.floor(arrow.line.length / 2)]!, 1);
      expect(found.what).not.toBe("paper");
    }
    expect(hit(scene, [5, 5], 3)).toEqual({ what: "paper", id: "" });
  });

  test("holds no name under a veil", () => {
    const veiled = compose(document, pens, { ...options, veil: () => "" });
    expect(JSON.stringify(veiled.sheet)).not.toMatch(/Personne|agent/);
    expect(JSON.stringify([...veiled.nodes, ...veiled.arrows])).not.toMatch(/Personne|agent/);
    for (const [id, node] of veiled.nodes) expect(node.centre).toEqual(scene.nodes.get(id)!.centre);
  });
});

test("there and back bow to opposite sides", () => {
  const document = situation(1);
  document.activations = [["p0", "p1"], ["p1", "p0"]].map(([activator, activated], k) => ({
    ...document.activations[0]!, id: `a${k}`, activator: activator!, activated: activated!, order: k,
  }));
  const { arrows } = compose(document, pens, options);
  const side = (id: string): number => {
    const { line } = arrows.get(id)!;
    const [[ax, ay], [bx, by], [mx, my]] = [line[0]!, line.at(-1)!, line[Math.floor(line.length / 2)]!];
    const across = (bx - ax) * (my - ay) - (by - ay) * (mx - ax);
    return Math.sign(across) * (id === "a0" ? 1 : -1);
  };
  expect(side("a0")).toBe(-side("a1"));
});

test("the paper grows when it must, and does not shrink again", () => {
  const document = situation(3);
  expect(compose(document, pens, options).paper).toBe("A4");
  const far = { ...document, positions: document.positions.map(([id, x, y], k): [string, number, number] => (k ? [id, x, y] : [id, 38000, y])) };
  expect(compose(far, pens, options).paper).toBe("A3");
  expect(compose(document, pens, { ...options, paper: "A3" }).paper).toBe("A3");
});
