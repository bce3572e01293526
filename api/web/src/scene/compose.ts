/** A document and its places made into a display list like a printed sheet's, and what stands where on it. */
import type { PensDocument } from "../api/pens";
import type { Lang, PaletteName } from "../api/types";
import { centre, holds, type Box, type Point } from "../geometry/box";
import { end, flat, start } from "../geometry/curve";
import type { Outline } from "../geometry/outline";
import { STUDIO } from "../geometry/sizes";
import type { SituationDocument } from "../model/situation";
import { Badges } from "./badges";
import { datedSheet } from "./dates";
import { arrowGroup, containerGroup, figureGroup, Ink } from "./groups";
import { dateBox, formerCurve, formerGroup, formerKind, kinCurve, kinGroup, type Board } from "./links";
import { groundOf } from "./obstacles";
import { areaOf, LARGEST, papersFrom, type Paper } from "./paper";
import { placesOf, type Places } from "./places";
import type { PaperName, Scene, SceneArrow, SceneLink, SceneNode } from "./scene";
import type { GroupItem } from "./sheet";
import { stage, type Container, type Staging } from "./staging";
import { outlinesOf, waysOf, type Way } from "./ways";

export interface ComposeOptions {
  palette: PaletteName;
  lang: Lang;
  /** Without letters, numbers, dates: only what the confirmed legend has. */
  plain?: boolean;
  /** The paper in use: never a smaller one is taken. */
  paper?: PaperName;
  /** What stands instead of a name, for whoever must not read it; "" for nothing. */
  veil?: (id: string) => string;
  selected?: string | null;
  /** The state at a date, inclusive. */
  until?: string | null;
  /** What is written on an organisation's building; "" for one that is not seen. */
  names: (organisation: string) => string;
  /** Organisations put on the sheet that nothing names yet (`Journal.waiting`): id and hundredths of a mm. */
  waiting?: readonly (readonly [string, number, number])[];
  /** Places in mm that stand instead of the document's: what is being dragged. */
  moving?: Readonly<Record<string, readonly [number, number]>>;
}

export function compose(document: SituationDocument, pens: PensDocument, options: ComposeOptions): Scene {
  const staging = stage(document, pens, { ...options, waiting: options.waiting?.map(([id]) => id) });
  const { paper, places } = onPaper(staging, centresOf(document, options), options.paper ?? "A4");
  const ink = new Ink(pens, options.palette, STUDIO, options.lang, options.plain ?? false);
  return assembled(staging, places, paper, ink);
}

function centresOf(document: SituationDocument, options: ComposeOptions): Map<string, Point> {
  const stands = [...document.positions, ...(options.waiting ?? [])];
  const centres = new Map<string, Point>(stands.map(([id, x, y]) => [id, [x / 100, y / 100]]));
  for (const [id, at] of Object.entries(options.moving ?? {})) centres.set(id, at);
  return centres;
}

/** The smallest paper, from the one in use on, that holds everything; the largest when none does. */
function onPaper(staging: Staging, centres: ReadonlyMap<string, Point>, least: PaperName): { paper: Paper; places: Places } {
  for (const paper of papersFrom(least)) {
    const places = placesOf(staging, centres, areaOf(paper), STUDIO);
    if (places && allInside(places, areaOf(paper))) return { paper, places };
  }
  const anywhere = { x: 0, y: 0, w: LARGEST.width, h: LARGEST.height * 4 };
  const places = placesOf(staging, centres, areaOf(LARGEST), STUDIO) ?? placesOf(staging, centres, anywhere, STUDIO)!;
  return { paper: LARGEST, places };
}

function allInside({ stands, walls }: Places, area: Box): boolean {
  return [...stands.values(), ...walls.values()].every((thing) => holds(area, thing.box));
}

function assembled(staging: Staging, places: Places, paper: Paper, ink: Ink): Scene {
  const outlines = outlinesOf(places);
  const ground = groundOf(places);
  const board = { places, outlines, ground };
  const { links, groups, dates } = linked(staging, board, ink);
  const ways = waysOf(staging.arrows, places, outlines, ground);
  const badges = new Badges(places, outlines, areaOf(paper), ways);
  for (const box of dates) badges.keep(box);
  const arrows = new Map<string, SceneArrow>();
  const items: GroupItem[] = outerFirst(staging).map((one) => containerGroup(one, places.walls.get(one.id)!, ink));
  items.push(...groups);
  for (const one of staging.arrows) {
    const way = ways.get(one.id);
    if (!way) continue;
    const wish = { id: one.id, tail: one.activator, size: ink.sizes.badge(ink.badge(one)) };
    const badge = ink.plain ? null : badges.place(wish, way);
    items.push(arrowGroup(one, way, badge && centre(badge), ink));
    arrows.set(one.id, sceneArrow(one, way, badge, ink));
  }
  items.push(...staging.figures.map((one) => figureGroup(one, places.stands.get(one.id)!, ink)));
  return {
    sheet: sheetOf(staging, paper, ink, items),
    nodes: nodesOf(staging, places, outlines),
    arrows,
    links,
    placed: places.placed,
    paper: paper.name,
    area: areaOf(paper),
  };
}

function outerFirst({ containers }: Staging): Container[] {
  return [...containers].sort((a, b) => Number(a.inside !== null) - Number(b.inside !== null));
}

function linked(staging: Staging, board: Board, ink: Ink): { links: Map<string, SceneLink>; groups: GroupItem[]; dates: Box[] } {
  const links = new Map<string, SceneLink>();
  const groups: GroupItem[] = [];
  const dates: Box[] = [];
  for (const one of staging.kin) {
    const curve = kinCurve(one, staging, board);
    groups.push(kinGroup(one, curve, ink));
    links.set(one.id, { id: one.id, a: one.a, b: one.b, kind: one.kind, line: flat(curve) });
  }
  for (const one of staging.former) {
    const curve = formerCurve(one, board);
    const line = flat(curve);
    const at = ink.plain ? undefined : dateBox(one, line, ink.sizes, board.places, dates);
    if (at) dates.push(at);
    groups.push(formerGroup(one, curve, at, ink));
    links.set(one.id, { id: one.id, a: one.person, b: one.household, kind: formerKind(one), line });
  }
  return { links, groups, dates };
}

function sceneArrow(one: Staging["arrows"][number], way: Way, badge: Box | null, ink: Ink): SceneArrow {
  const stroke = ink.palette.arrows[one.pen as keyof typeof ink.palette.arrows];
  return {
    ...one,
    line: way.line,
    tail: start(way.curve),
    tip: end(way.curve),
    headLength: ink.sizes.head(stroke.width),
    badge,
  };
}

function nodesOf(staging: Staging, places: Places, outlines: ReadonlyMap<string, Outline>): Map<string, SceneNode> {
  const nodes = new Map<string, SceneNode>();
  for (const one of [...staging.figures, ...staging.containers]) {
    const thing = places.stands.get(one.id) ?? places.walls.get(one.id)!;
    const shape = "shape" in thing ? thing.shape : thing.box;
    nodes.set(one.id, {
      id: one.id,
      what: one.kind === "household" ? "home" : one.kind === "institution" ? "building" : "figure",
      kind: one.kind,
      side: one.side,
      label: one.label,
      name: one.name,
      parent: one.inside,
      members: "members" in one ? one.members : [],
      box: thing.box,
      shape,
      words: thing.words,
      outline: outlines.get(one.id)!.points,
      centre: centre(shape),
    });
  }
  return nodes;
}

function sheetOf(staging: Staging, paper: Paper, ink: Ink, items: GroupItem[]): Scene["sheet"] {
  return {
    width: paper.width,
    height: paper.height,
    lang: ink.lang,
    palette: paletteName(ink),
    title: datedSheet(staging.date, ink.lang),
    desc: described(staging, ink.lang),
    data: { sociogram: "1", palette: paletteName(ink), lang: ink.lang, date: staging.date ?? "undated" },
    items,
  };
}

function paletteName(ink: Ink): string {
  return Object.entries(ink.pens.palettes).find(([, palette]) => palette === ink.palette)?.[0] ?? "wall";
}

/** The picture in one line for who cannot see it: how many people, places and arrows. */
function described({ figures, containers, arrows }: Staging, lang: Lang): string {
  const words = lang === "fr" ? ["figure", "lieu", "flèche"] : ["figure", "place", "arrow"];
  const said = [figures, containers, arrows].map(({ length }, index) => {
    const many = lang === "fr" ? length > 1 : length !== 1;
    const word = words[index]!;
    return `${length} ${many ? word + (word === "lieu" ? "x" : "s") : word}`;
  });
  return `${said.join(", ")}.`;
}

export type { Scene, SceneArrow, SceneLink, SceneNode } from "./scene";
