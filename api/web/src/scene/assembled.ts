/** A layout written as the groups of a sheet, and as what stands where. What is as it was keeps its group, to the object. */
import { centre } from "../geometry/box";
import { end, start } from "../geometry/curve";
import { datedSheet } from "./dates";
import { described } from "./described";
import { arrowGroup, containerGroup, figureGroup, type Ink } from "./groups";
import type { Layout } from "./layout";
import { formerGroup, kinGroup } from "./links";
import { areaOf, type Paper } from "./paper";
import type { Scene, SceneArrow, SceneLink, SceneNode } from "./scene";
import type { GroupItem } from "./sheet";
import type { Arrow, Container, Figure, Staging } from "./staging";

/** What was written before of the same staging, if anything was. */
export interface Before {
  readonly layout: Layout;
  readonly scene: Scene;
}

export function sceneOf(layout: Layout, paper: Paper, ink: Ink, before?: Before): Scene {
  const { staging } = layout;
  const kept = before?.layout.staging === staging ? before : undefined;
  const groups = groupsOf(layout, ink, kept);
  return {
    sheet: {
      width: paper.width,
      height: paper.height,
      lang: ink.lang,
      palette: ink.name,
      title: datedSheet(staging.date, ink.lang),
      desc: described(staging, ink.lang),
      data: { sociogram: "1", palette: ink.name, lang: ink.lang, date: staging.date ?? "undated" },
      items: groups,
      ...(kept ? { lifted: liftedOf(groups, kept, staging) } : {}),
    },
    nodes: nodesOf(layout, kept),
    arrows: arrowsOf(layout, ink, kept),
    links: linksOf(layout),
    placed: layout.places.placed,
    paper: paper.name,
    area: areaOf(paper),
  };
}

/** Outlines, thin lines, arrows, people: in the order they are painted. */
function groupsOf(layout: Layout, ink: Ink, kept: Before | undefined): GroupItem[] {
  const { staging, places, thin, ways, badges, painted } = layout;
  const was = kept?.layout;
  const items: GroupItem[] = [];
  const put = (same: boolean, make: () => GroupItem): void => {
    const old = kept?.scene.sheet.items[items.length] as GroupItem | undefined;
    items.push(same && old ? old : make());
  };
  for (const one of outerFirst(staging)) {
    const walls = places.walls.get(one.id)!;
    put(was?.places.walls.get(one.id) === walls, () => containerGroup(one, walls, ink));
  }
  for (const one of staging.kin) {
    const line = thin.get(one.id);
    if (line) put(was?.thin.get(one.id) === line, () => kinGroup(one, line.curve, ink));
  }
  for (const one of staging.former) {
    const line = thin.get(one.id)!;
    put(was?.thin.get(one.id) === line, () => formerGroup(one, line.curve, badges.get(one.id)?.box, ink));
  }
  for (const one of painted) {
    const way = ways.get(one.id);
    const badge = badges.get(one.id);
    const same = was?.ways.get(one.id) === way && was?.badges.get(one.id) === badge;
    if (way) put(same, () => arrowGroup(one, way, badge ? centre(badge.box) : null, ink));
  }
  for (const one of staging.figures) {
    const stand = places.stands.get(one.id)!;
    put(was?.places.stands.get(one.id) === stand, () => figureGroup(one, stand, ink));
  }
  return items;
}

/** What is not where it was. A home is lifted only with everybody in it: its paper would hide who stays below. */
function liftedOf(groups: readonly GroupItem[], { scene }: Before, { figures, containers }: Staging): Set<string> {
  const changed = groups.filter((group, k) => scene.sheet.items[k] !== group).map((group) => group.data["id"] ?? "");
  const lifted = new Set(changed);
  const stays = new Set(figures.filter(({ id }) => !lifted.has(id)).map(({ id }) => id));
  for (let again = true; again; ) {
    again = false;
    for (const { id, members, inside } of containers) {
      const below = members.some((one) => stays.has(one)) || containers.some((one) => one.inside === id && stays.has(one.id));
      if (stays.has(id) || (!below && lifted.has(id)) || inside === id) continue;
      stays.add(id);
      lifted.delete(id);
      again = true;
    }
  }
  return lifted;
}

function outerFirst({ containers }: Staging): Container[] {
  return [...containers].sort((a, b) => Number(a.inside !== null) - Number(b.inside !== null));
}

function nodesOf(layout: Layout, kept: Before | undefined): Map<string, SceneNode> {
  const nodes = new Map<string, SceneNode>();
  for (const one of [...layout.staging.figures, ...layout.staging.containers]) {
    const same = kept && kept.layout.outlines.get(one.id) === layout.outlines.get(one.id);
    nodes.set(one.id, (same && kept.scene.nodes.get(one.id)) || nodeOf(one, layout));
  }
  return nodes;
}

function nodeOf(one: Figure | Container, { places, outlines }: Layout): SceneNode {
  const thing = places.stands.get(one.id) ?? places.walls.get(one.id)!;
  const shape = "shape" in thing ? thing.shape : thing.box;
  return {
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
  };
}

function arrowsOf({ staging, ways, badges }: Layout, ink: Ink, kept: Before | undefined): Map<string, SceneArrow> {
  const arrows = new Map<string, SceneArrow>();
  for (const one of staging.arrows) {
    const way = ways.get(one.id);
    if (!way) continue;
    const badge = badges.get(one.id);
    const same = kept && kept.layout.ways.get(one.id) === way && kept.layout.badges.get(one.id) === badge;
    const old = same ? kept.scene.arrows.get(one.id) : undefined;
    arrows.set(one.id, old ?? arrowOf(one, way.line, start(way.curve), end(way.curve), ink, badge?.box ?? null));
  }
  return arrows;
}

function arrowOf(
  one: Arrow,
  line: SceneArrow["line"],
  tail: SceneArrow["tail"],
  tip: SceneArrow["tip"],
  ink: Ink,
  badge: SceneArrow["badge"],
): SceneArrow {
  return { ...one, line, tail, tip, headLength: ink.sizes.head(ink.arrow(one.pen).width), badge };
}

function linksOf({ staging, thin }: Layout): Map<string, SceneLink> {
  const links = new Map<string, SceneLink>();
  for (const { id, a, b } of [
    ...staging.kin,
    ...staging.former.map((one) => ({ id: one.id, a: one.person, b: one.household })),
  ]) {
    const line = thin.get(id);
    if (line) links.set(id, { id, a, b, kind: line.kind, line: line.line });
  }
  return links;
}
