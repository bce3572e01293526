// @vitest-environment node
/** What the studio does in fewer steps gives what the plain way gives: numbers, lengths, exits, counts, arcs. */
import { describe, expect, test } from "vitest";

import { arcCubic, bowed } from "../src/geometry/arc";
import { boxOf, inside, grown, type Box, type Point } from "../src/geometry/box";
import { Dots } from "../src/geometry/dots";
import { Ground, type Obstacle } from "../src/geometry/ground";
import { hypot } from "../src/geometry/length";
import { exitTowards, outlineOfStand, outlineOfWalls, type Outline } from "../src/geometry/outline";
import { number, rounded } from "../src/geometry/path";
import { STUDIO } from "../src/geometry/sizes";
import { emptyWalls, standAt } from "../src/geometry/stand";
import { measured, Trace } from "../src/geometry/trace";
import { wrap } from "../src/geometry/wrap";
import { bestArc } from "../src/scene/choice";

/** A reproducible source of numbers from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const roll = dice(20261122);
const somewhere = (width = 400, height = 300): Point => [roll() * width, roll() * height];
const figureAt = (at: Point): Outline => outlineOfStand(standAt("one", "", at, STUDIO));

describe("numbers and lengths", () => {
  const written = (value: number): string => {
    const text = String(Math.round(value * 100) / 100);
    return text === "-0" ? "0" : text;
  };

  test("are written as the plain way writes them", () => {
    const edges = [0, -0, 0.005, -0.005, -0.015, 0.1, 1.1, 100, 0.999, -0.994, 12.3, 1e7 - 0.01, 1e9, -1e12, 1e21, NaN, Infinity, -Infinity];
    for (const value of edges) expect(number(value)).toBe(written(value));
    for (let k = 0; k < 20_000; k++) {
      const value = (roll() - 0.5) * 10 ** (roll() * 7);
      expect(number(value)).toBe(written(value));
    }
  });

  test("of vectors are those of Math.hypot", () => {
    for (const [x, y] of [[0, 0], [3, -4], [0, 7], [-1e-300, 1e-300], [1e200, 1e200]] as const)
      expect(hypot(x, y) / (Math.hypot(x, y) || 1)).toBeCloseTo(x === 0 && y === 0 ? 0 : 1, 14);
    for (let k = 0; k < 5_000; k++) {
      const [x, y] = [(roll() - 0.5) * 1000, (roll() - 0.5) * 0.1 ** (roll() * 4)];
      expect(Math.abs(hypot(x, y) / Math.hypot(x, y) - 1)).toBeLessThan(1e-15);
    }
  });

  test("of round corners run all the way round", () => {
    expect(rounded(10, 20, 8, 4, 1)).toBe(
      "M 11 20 L 17 20 C 17.55 20 18 20.45 18 21 L 18 23 C 18 23.55 17.55 24 17 24 " +
        "L 11 24 C 10.45 24 10 23.55 10 23 L 10 21 C 10 20.45 10.45 20 11 20 Z",
    );
  });
});

describe("an outline is left", () => {
  /** The farthest side that the ray meets, each tried. */
  function farthest({ points, middle }: Outline, [x, y]: Point): number {
    let [best, side] = [-1, -1];
    points.forEach(([ax, ay], k) => {
      const [bx, by] = points[(k + 1) % points.length]!;
      const [dx, dy] = [x - middle[0], y - middle[1]];
      const cross = dx * (by - ay) - dy * (bx - ax);
      const t = ((ax - middle[0]) * (by - ay) - (ay - middle[1]) * (bx - ax)) / cross;
      const u = ((ax - middle[0]) * dy - (ay - middle[1]) * dx) / cross;
      if (u >= 0 && u <= 1 && t > best) [best, side] = [t, k];
    });
    return side;
  }

  test("where the ray meets its farthest side", () => {
    let met = 0;
    for (let k = 0; k < 2_000; k++) {
      const walls = emptyWalls({ id: "h", kind: k % 4 < 2 ? "household" : "institution", label: "Chez Awa" }, somewhere(), STUDIO);
      const outline = k % 2 === 0 ? figureAt(somewhere()) : outlineOfWalls(walls);
      const target = somewhere(800, 600);
      const side = farthest(outline, target);
      const place = exitTowards(outline, target);
      // Below the feet of a figure the nearest place above them is taken.
      const onSide = place >= outline.reached[side]! - 1e-9 && place <= outline.reached[side + 1]! + 1e-9;
      if (onSide) met++;
      else expect(outline.figure).not.toBeNull();
    }
    expect(met).toBeGreaterThan(1_500);
  });
});

describe("counted in cells", () => {
  test("are the owners with a point in the box, up to as many as are asked for", () => {
    for (let turn = 0; turn < 40; turn++) {
      const lines = Array.from({ length: 1 + Math.floor(roll() * 30) }, () => Array.from({ length: Math.floor(roll() * 12) }, () => somewhere(60, 40)));
      const dots = new Dots(lines);
      for (let k = 0; k < 20; k++) {
        const box = boxOf(...somewhere(70, 50), roll() * 20, roll() * 12);
        const except = Math.floor(roll() * lines.length);
        const near = lines.flatMap((line, owner) => (owner !== except && line.some((at) => inside(grown(box, 0.5), at)) ? [owner] : []));
        expect(dots.of(box, 0.5, except).sort((a, b) => a - b)).toEqual(near);
        expect(dots.count(box, 0.5, except, 3)).toBe(Math.min(3, near.length));
      }
    }
  });

  test("is every box a line runs through, each thing once, up to what may be paid", () => {
    for (let turn = 0; turn < 200; turn++) {
      const [obstacles, line] = [crowd(25), Array.from({ length: 60 }, () => somewhere(420, 320))];
      const paid = plainPrice(obstacles, line);
      const trace = new Trace().along(line);
      const ground = new Ground(obstacles);
      expect(ground.price(trace, new Set(["free"]))).toBe(paid);
      if (paid > 100) expect(ground.price(trace, new Set(["free"]), 100)).toBeGreaterThan(100);
    }
  });
});

describe("the arc that is taken", () => {
  test("is never dearer than one of the plain bows, though most are only glanced at", () => {
    const bows = [0, 5, 9, 16, 25, 36, 50, 70].flatMap((far) => [far, -far]);
    let bent = 0;
    for (let turn = 0; turn < 250; turn++) {
      const obstacles = crowd(40);
      const [tail, head] = [figureAt([20 + roll() * 60, 150]), figureAt([320 + roll() * 60, 60 + roll() * 180])];
      const task = { id: "a", tail, head, bow: 0, back: false, open: new Set(["free"]) };
      const chosen = bestArc(task, new Ground(obstacles));
      const prices = bows.map((bow) => costOf(arcCubic(tail, head, bowed(tail, head, bow)), obstacles));
      expect(chosen.price).toBeCloseTo(costOf(arcCubic(tail, head, chosen.arc), obstacles), 6);
      expect(chosen.price).toBeLessThanOrEqual(Math.min(...prices) + 1e-6);
      if (prices[0]! > Math.min(...prices)) bent++;
    }
    expect(bent).toBeGreaterThan(100);
  });
});

describe("a label", () => {
  test.each([
    ["Awa", 30, ["Awa"]],
    ["Personne 0001", 19, ["Personne", "0001"]],
    ["Mère de l'enfant", 26, ["Mère de", "l'enfant"]],
    ["Un mot et un mot encore", 40, ["Un mot et un", "mot encore"]],
  ])("%s is broken as evenly as may be", (text, room, lines) => {
    expect(wrap(text, 4, room)).toEqual(lines);
  });
});

function crowd(count: number): Obstacle[] {
  return Array.from({ length: count }, (_, k) => {
    const owner = k % 9 === 0 ? "free" : `${k % 20}`;
    const box = boxOf(...somewhere(), 3 + roll() * 25, 3 + roll() * 18);
    return { owner, thing: `${k % 20}`, box, price: [300, 160, 120][(k % 20) % 3]!, open: k % 2 === 0 };
  });
}

/** What a row of points pays, each box asked. */
function plainPrice(obstacles: readonly Obstacle[], line: readonly Point[]): number {
  const paid = new Map<string, number>();
  const near = ({ x, y, w, h }: Box, [px, py]: Point): boolean => px >= x - 1.2 && py >= y - 1.2 && px <= x + w + 1.2 && py <= y + h + 1.2;
  // A thing is met by the first of its boxes on the way; if its owner may enter that one, it is met for nothing.
  for (const at of line) {
    for (const { box, thing, price, open, owner } of obstacles) {
      if (!paid.has(thing) && near(box, at)) paid.set(thing, open && owner === "free" ? 0 : price);
    }
  }
  return [...paid.values()].reduce((sum, one) => sum + one, 0);
}

function costOf(way: readonly number[], obstacles: readonly Obstacle[]): number {
  const { points, count } = new Trace().follow(way, 2.2);
  const line = Array.from({ length: count }, (_, k): Point => [points[2 * k]!, points[2 * k + 1]!]);
  return measured(way, 11) + plainPrice(obstacles, line);
}
