/** A document and its places made into a display list like a printed sheet's, and what stands where on it. */
import type { PensDocument } from "../api/pens";
import type { Lang, PaletteName } from "../api/types";
import type { Point } from "../geometry/box";
import { STUDIO } from "../geometry/sizes";
import type { SituationDocument } from "../model/situation";
import { sceneOf } from "./assembled";
import { Ink } from "./groups";
import { layoutOf, movedLayout, type Layout, type Manner } from "./layout";
import { areaOf, paperNamed } from "./paper";
import { onPaper } from "./onpaper";
import type { PaperName, Scene } from "./scene";
import { stage } from "./staging";

export interface ComposeOptions {
  palette: PaletteName;
  lang: Lang;
  /** Without letters, numbers, dates: only what the confirmed legend has. */
  plain?: boolean;
  /** The paper in use: never a smaller one is taken. */
  paper?: PaperName;
  /** What stands instead of a name, for whoever must not read it; "" for nothing. */
  veil?: (id: string) => string;
  /** The state at a date, inclusive. */
  until?: string | null;
  /** What is written on an organisation's building; "" for one that is not seen. */
  names: (organisation: string) => string;
  /** Organisations put on the sheet that nothing names yet (`Journal.waiting`): id and hundredths of a mm. */
  waiting?: readonly (readonly [string, number, number])[];
  /** Places in mm that stand instead of the document's: what is being dragged. */
  moving?: Readonly<Record<string, readonly [number, number]>>;
}

/**
 * The scene of a document. The same document and options give the same scene; composed again while something moves,
 * only what moves, what holds it and the lines that end there are made anew, all else keeps its very objects.
 */
export function compose(document: SituationDocument, pens: PensDocument, options: ComposeOptions): Scene {
  const still = composed(document, pens, options);
  const moving = Object.entries(options.moving ?? {}).filter(([id]) => still.layout.outlines.has(id));
  if (moving.length === 0) return still.scene;
  const layout = movedLayout(still.layout, new Map<string, Point>(moving), still.manner);
  return sceneOf(layout, paperNamed(still.scene.paper), still.ink, still);
}

interface Composed {
  readonly pens: PensDocument;
  readonly options: ComposeOptions;
  readonly layout: Layout;
  readonly scene: Scene;
  readonly ink: Ink;
  readonly manner: Manner;
}

/** What was last composed of a document, for as long as somebody holds the document. */
const kept = new WeakMap<SituationDocument, Composed>();

function composed(document: SituationDocument, pens: PensDocument, options: ComposeOptions): Composed {
  const known = kept.get(document);
  if (known && known.pens === pens && alike(known.options, options, known.scene.paper)) return known;
  const staging = stage(document, pens, { ...options, waiting: options.waiting?.map(([id]) => id) });
  const ink = new Ink(pens, options.palette, STUDIO, options.lang, options.plain ?? false);
  const manner = { sizes: STUDIO, badge: (arrow: Parameters<Ink["badge"]>[0]) => (ink.plain ? null : ink.badge(arrow)), dated: !ink.plain };
  const { paper, places } = onPaper(staging, centresOf(document, options), options.paper ?? "A4", STUDIO);
  const layout = layoutOf(staging, places, areaOf(paper), manner);
  const made = { pens, options, layout, scene: sceneOf(layout, paper, ink), ink, manner };
  kept.set(document, made);
  return made;
}

function centresOf(document: SituationDocument, options: ComposeOptions): Map<string, Point> {
  const stands = [...document.positions, ...(options.waiting ?? [])];
  return new Map<string, Point>(stands.map(([id, x, y]) => [id, [x / 100, y / 100]]));
}

/** Whether two sets of options give the same scene; `paper`: the one the first has taken. */
function alike(one: ComposeOptions, other: ComposeOptions, paper: PaperName): boolean {
  const [papers, waiting] = [other.paper ?? "A4", (options: ComposeOptions): string => JSON.stringify(options.waiting ?? [])];
  return (
    one.palette === other.palette &&
    one.lang === other.lang &&
    (one.plain ?? false) === (other.plain ?? false) &&
    one.veil === other.veil &&
    (one.until ?? null) === (other.until ?? null) &&
    one.names === other.names &&
    ((one.paper ?? "A4") === papers || papers === paper) &&
    waiting(one) === waiting(other)
  );
}

export type { Scene, SceneArrow, SceneLink, SceneNode } from "./scene";
