/** How each thing of the sheet is said when the focus comes to it: its name, what it is, where it belongs. */
import { t } from "../../i18n";
import type { Scene, SceneNode } from "../../scene/scene";

export function spokenIn(scene: Scene): (id: string) => string {
  const { kinds, list, links } = t().studio.drawing;
  const called = (node: SceneNode | undefined): string => (node ? node.label || kinds[node.kind] : "");
  const node = (one: SceneNode): string => {
    const parent = one.parent === null ? undefined : scene.nodes.get(one.parent);
    const where = parent && (one.kind === "professional" ? list.worksAt : list.homeOf)(called(parent));
    const kind = one.label ? kinds[one.kind] : "";
    const held = one.members.length > 0 ? list.holds(one.members.map((id) => called(scene.nodes.get(id))).join(", ")) : "";
    return [called(one), kind, where, held].filter(Boolean).join(", ");
  };
  return (id) => {
    const found = scene.nodes.get(id);
    if (found) return node(found);
    const arrow = scene.arrows.get(id);
    if (arrow) return `${arrow.number}. ${arrow.sentence}`;
    const line = scene.links.get(id);
    const kind = (links as Record<string, string>)[line?.kind ?? ""] ?? kinds.link;
    return line ? list.link(called(scene.nodes.get(line.a)), called(scene.nodes.get(line.b)), kind) : "";
  };
}
