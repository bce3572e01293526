/** A scene in which some arrows are not told yet: they are neither drawn nor found; everything else stays where it is. */
import type { Scene } from "./scene";

export function withoutArrows(scene: Scene, untold: ReadonlySet<string>): Scene {
  if (untold.size === 0) return scene;
  const items = scene.sheet.items.filter((item) => !(item.kind === "group" && item.data["kind"] === "activation" && untold.has(item.data["id"] ?? "")));
  const arrows = new Map([...scene.arrows].filter(([id]) => !untold.has(id)));
  return { ...scene, sheet: { ...scene.sheet, items }, arrows };
}
