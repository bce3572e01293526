/** Thin headless lines: kinship, square where it may be, and the dated ways to other homes. */
import { arcCurve } from "../geometry/arc";
import { centre, type Box, type Point } from "../geometry/box";
import { along, flat, lengthOf, roundedWay, type Curve } from "../geometry/curve";
import { elbows } from "../geometry/elbow";
import type { Priced } from "../geometry/ground";
import { polyline, round2 } from "../geometry/path";
import { ASCENT, LINE_HEIGHT, type Sizes } from "../geometry/sizes";
import { Trace } from "../geometry/trace";
import { PAPER, path, stroked } from "../geometry/stroke";
import { textWidth } from "../geometry/wrap";
import { linkGroup, type Ink } from "./groups";
import type { FormerHome } from "./homes";
import { openTo } from "./obstacles";
import type { Places } from "./places";
import type { GroupItem, SheetItem } from "./sheet";
import type { KinLine, Staging } from "./staging";
import { bestArc } from "./choice";
import type { Outlines } from "./ways";

const ROUND = 1.4;
/** Half the length of the stroke through an ended couple, in mm, and how it leans on the line, in radians. */
const STRIKE = 2.5;
const LEANS = 1.08;

/** What all links of one sheet are drawn on. */
export interface Board {
  readonly places: Places;
  readonly outlines: Outlines;
  readonly ground: Priced;
}

/** The way of a line of kinship: the first free square one, else the cheapest of all ways there are. */
export function kinCurve(line: KinLine, staging: Staging, { places, outlines, ground }: Board): Curve {
  const [a, b] = [places.stands.get(line.a), places.stands.get(line.b)];
  const open = openTo(places, line.a, line.b);
  const arc = (): Curve => {
    const [tail, head] = [outlines.get(line.a)!, outlines.get(line.b)!];
    return arcCurve(tail, head, bestArc({ id: line.id, tail, head, bow: 0, back: false, open }, ground).arc);
  };
  if (!a || !b) return arc();
  const other = otherParent(staging, line);
  const ways = elbows(line.kind, a, b, other === undefined ? undefined : places.stands.get(other));
  const free = ways.map((way) => roundedWay(way, ROUND)).find((curve) => ground.price(walked(curve), open) === 0);
  return free ?? arc();
}

/** A square way as a trace. */
function walked(curve: Curve): Trace {
  return trace.along(flat(curve, 1));
}

const trace = new Trace();

export function kinGroup(line: KinLine, curve: Curve, ink: Ink): GroupItem {
  const data = { kind: "link", id: line.id, link: line.kind, a: line.a, b: line.b };
  if (!line.ended || line.kind !== "couple") return linkGroup(data, curve, line.kind, ink);
  const strike = stroked(polyline(struck(curve)), ink.palette.links["couple"]!);
  return linkGroup({ ...data, ended: "1" }, curve, line.kind, ink, strike);
}

/** The thin line to a home a person left, or to a second one. */
export function formerCurve(former: FormerHome, { places, outlines, ground }: Board): Curve {
  const [tail, head] = [outlines.get(former.person)!, outlines.get(former.household)!];
  const open = openTo(places, former.person, former.household);
  return arcCurve(tail, head, bestArc({ id: former.id, tail, head, bow: 0, back: false, open }, ground).arc);
}

export function formerGroup(former: FormerHome, curve: Curve, at: Box | undefined, ink: Ink): GroupItem {
  const data = { kind: "former-home", id: former.id, person: former.person, household: former.household };
  return linkGroup(former.still ? { ...data, still: "1" } : data, curve, formerKind(former), ink, at ? dated(former, at, ink) : []);
}

export function formerKind(former: FormerHome): "shared_home" | "former_home" {
  return former.still ? "shared_home" : "former_home";
}

/** Room for the date of a move on its line, or undefined without one. */
export function dateSize(former: FormerHome, sizes: Sizes): [number, number] | undefined {
  return former.when ? [textWidth(former.when, sizes.badgeFont) + 1.2, LINE_HEIGHT * sizes.badgeFont] : undefined;
}

function dated(former: FormerHome, at: Box, ink: Ink): SheetItem[] {
  const corners: Point[] = [
    [at.x, at.y],
    [at.x + at.w, at.y],
    [at.x + at.w, at.y + at.h],
    [at.x, at.y + at.h],
  ];
  const size = ink.sizes.badgeFont;
  return [
    path(`${polyline(corners)} Z`, null, 0, [], PAPER),
    {
      kind: "text",
      x: round2(centre(at)[0]),
      y: round2(at.y + ASCENT * size),
      size,
      text: former.when,
      colour: ink.palette.text.pencil,
      anchor: "middle",
      halo: 0,
    },
  ];
}

/** The other parent of the child (the partner, if there are several), or the other who takes in. */
export function otherParent({ kin }: Staging, line: KinLine): string | undefined {
  if (line.kind !== "filiation" && line.kind !== "foster") return undefined;
  const parents = kin.filter((one) => one.kind === line.kind && one.b === line.b && one.a !== line.a).map((one) => one.a);
  const couples = kin.filter((one) => one.kind === "couple" && (one.a === line.a || one.b === line.a));
  const partners = couples.map((one) => (one.a === line.a ? one.b : one.a));
  return parents.find((parent) => partners.includes(parent)) ?? parents[0];
}

/** The stroke through a line: across the middle of its longest straight part. */
function struck(curve: Curve): [Point, Point] {
  const straight = curve.filter((piece) => piece.length === 2);
  const longest = straight.reduce<readonly Point[]>(
    (best, piece) => (best.length === 0 || lengthOf(piece) > lengthOf(best) + 1e-6 ? piece : best),
    [],
  );
  const line = longest.length > 0 ? longest : flat(curve);
  const [x, y] = along(line, lengthOf(line) / 2);
  const [from, to] = [line[0]!, line.at(-1)!];
  const turned = Math.atan2(to[1] - from[1], to[0] - from[0]) - LEANS;
  const [dx, dy] = [STRIKE * Math.cos(turned), STRIKE * Math.sin(turned)];
  return [
    [x - dx, y - dy],
    [x + dx, y + dy],
  ];
}
