/** The page of `bench_studio.py`: one graph opened, one node dragged, the sheet panned, by the studio or by Cytoscape.js. */
import cytoscape from "cytoscape";

import type { PensDocument } from "../api/web/src/api/pens";
import { Glide } from "../api/web/src/geometry/glide";
import type { SituationDocument } from "../api/web/src/model/situation";
import { compose, type ComposeOptions } from "../api/web/src/scene/compose";
import { printSheet } from "../api/web/src/scene/printer";
import type { Scene } from "../api/web/src/scene/scene";

interface Opened {
  drag(id: string, by: number): void;
  pan(by: number): void;
  closer(times: number): void;
}

interface Bench {
  open(who: "studio" | "cytoscape", document: SituationDocument, pens: PensDocument): Promise<number>;
  frames(what: "drag" | "pan", count: number, id: string): Promise<number[]>;
  closer(times: number): Promise<void>;
  /** How many elements or nodes and edges stand there, so that nobody measures an empty page. */
  drawn(): number;
}

const room = document.getElementById("room")!;
let opened: Opened;
let drawn = (): number => 0;

const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(() => done(performance.now())));

const bench: Bench = {
  async open(who, situation, pens) {
    const start = performance.now();
    opened = who === "studio" ? studio(situation, pens) : peer(situation, pens);
    await frame();
    return (await frame()) - start;
  },
  async frames(what, count, id) {
    const times: number[] = [];
    let before = await frame();
    for (let k = 0; k < count; k++) {
      const by = 1.5 * (k % 20 < 10 ? 1 : -1);
      if (what === "drag") opened.drag(id, by);
      else opened.pan(by * 2);
      const now = await frame();
      times.push(now - before);
      before = now;
    }
    return times;
  },
  async closer(times) {
    opened.closer(times);
    await frame();
    await frame();
  },
  drawn: () => drawn(),
};

function studio(situation: SituationDocument, pens: PensDocument): Opened {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg") as SVGSVGElement;
  svg.setAttribute("preserveAspectRatio", "xMidYMid meet");
  room.append(svg);
  const options: ComposeOptions = { palette: "wall", lang: "fr", names: () => "" };
  const scene = compose(situation, pens, options);
  // As on the page (views/studio/Canvas.tsx): the window on the sheet stands before the sheet is printed.
  const window = { width: room.clientWidth, height: room.clientHeight };
  const glide = new Glide(svg);
  let view = whole(scene, window);
  glide.show(view, window);
  printSheet(svg, scene.sheet, "bench");
  drawn = () => svg.querySelectorAll("[data-kind=activation], [data-kind=person], [data-kind=professional]").length;
  const places: Record<string, [number, number]> = {};
  return {
    drag(id, by) {
      const [x, y] = places[id] ?? scene.nodes.get(id)!.centre;
      places[id] = [x + by, y + by];
      printSheet(svg, compose(situation, pens, { ...options, moving: places }).sheet, "bench");
    },
    pan(by) {
      view = { ...view, x: view.x - (by * view.width) / window.width, y: view.y - (by * view.height) / window.height };
      glide.show(view, window);
    },
    closer(times) {
      const [width, height] = [view.width / times, view.height / times];
      view = { x: view.x + (view.width - width) / 2, y: view.y + (view.height - height) / 2, width, height };
      glide.show(view, window);
    },
  };
}

function whole({ sheet }: Scene, window: { width: number; height: number }): { x: number; y: number; width: number; height: number } {
  const width = Math.max(sheet.width, (sheet.height * window.width) / window.height);
  return { x: 0, y: 0, width, height: (width * window.height) / window.width };
}

function peer(situation: SituationDocument, pens: PensDocument): Opened {
  const { nodes, arrows } = pens.palettes.wall;
  const living = new Set(situation.persons.map((one) => one.id));
  const places = new Map(situation.positions.map(([id, x, y]) => [id, { x: x / 100, y: y / 100 }]));
  const people = [...situation.persons, ...situation.professionals];
  const cy = cytoscape({
    container: room,
    elements: [
      ...people.map((one) => ({
        data: {
          id: one.id,
          label: ("label" in one ? one.label : one.role)?.fr ?? "",
          colour: nodes[living.has(one.id) ? "living" : "working"].colour,
        },
        position: places.get(one.id)!,
      })),
      ...situation.activations.map((one) => ({
        data: { id: one.id, source: one.activator, target: one.activated, colour: colour(pens, arrows, living, one) },
      })),
    ],
    layout: { name: "preset", fit: true },
    style: [
      {
        selector: "node",
        style: {
          shape: "round-rectangle",
          width: 9,
          height: 15.6,
          "background-color": "#ffffff",
          "border-width": 0.5,
          "border-color": "data(colour)",
          label: "data(label)",
          "font-family": "Sociogram Sans, sans-serif",
          "font-size": 4,
          "text-valign": "bottom",
          "text-wrap": "wrap",
          "text-max-width": "26px",
        },
      },
      {
        selector: "edge",
        style: {
          width: 0.8,
          "curve-style": "bezier",
          "control-point-step-size": 7,
          "line-color": "data(colour)",
          "target-arrow-color": "data(colour)",
          "target-arrow-shape": "triangle",
          "arrow-scale": 0.4,
        },
      },
    ],
  });
  drawn = () => cy.elements().length;
  return {
    drag(id, by) {
      const node = cy.getElementById(id);
      if (!node.grabbed()) node.emit("grab");
      const { x, y } = node.position();
      node.position({ x: x + by, y: y + by });
    },
    pan: (by) => void cy.panBy({ x: by, y: by }),
    closer: (times) => void cy.zoom({ level: cy.zoom() * times, renderedPosition: { x: room.clientWidth / 2, y: room.clientHeight / 2 } }),
  };
}

function colour(
  pens: PensDocument,
  arrows: PensDocument["palettes"]["wall"]["arrows"],
  living: ReadonlySet<string>,
  arrow: { activator: string; activated: string },
): string {
  const side = (id: string): string => (living.has(id) ? "living" : "working");
  const row = pens.table.find((one) => one.activator === side(arrow.activator) && one.activated === side(arrow.activated))!;
  return arrows[row.pen as keyof typeof arrows].colour;
}

Object.assign(globalThis, { bench });
