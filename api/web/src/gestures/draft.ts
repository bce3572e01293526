/** A situation being folded: the twin of sociogram/situation/draft.py. Maps keep the order of appearance. */
import type { About, Part } from "../model/situation";
import { converted, DEFAULTS, type Folded, type Values } from "./fields";

export const PARTS = [
  "persons",
  "households",
  "memberships",
  "professionals",
  "institutions",
  "undecided",
  "kinships",
  "activations",
] as const;
export const FIGURES: ReadonlySet<Part | undefined> = new Set<Part>(["persons", "professionals", "undecided"]);
export const STANDING: ReadonlySet<Part | undefined> = new Set<Part>([
  "persons",
  "professionals",
  "undecided",
  "households",
  "institutions",
]);

type Element = Folded[Part];

/** At every moment each arrow, link and membership in it has its ends. */
export class Draft {
  about: About<string> = { fictional: false, sensitivity: "prudence", title: null, notice: null, place: null };
  readonly parts: { readonly [P in Part]: Map<string, Folded[P]> } = {
    persons: new Map(),
    households: new Map(),
    memberships: new Map(),
    professionals: new Map(),
    institutions: new Map(),
    undecided: new Map(),
    kinships: new Map(),
    activations: new Map(),
  };
  /** Where an id lives now. */
  readonly partOf = new Map<string, Part>();
  /** Every id ever added, undone or removed ones included: an end that is not in it must be an organisation. */
  readonly declared = new Set<string>();
  readonly positions = new Map<string, readonly [number, number]>();
  readonly agreed = new Set<string>();
  lastOrder = 0;

  /** Another draft of the same state: elements are never changed in place, so they are shared. */
  copy(): Draft {
    const other = new Draft();
    other.about = this.about;
    for (const part of PARTS) for (const element of this.parts[part].values()) other.put(part, element);
    for (const [id, part] of this.partOf) other.partOf.set(id, part);
    for (const id of this.declared) other.declared.add(id);
    for (const [id, at] of this.positions) other.positions.set(id, at);
    for (const id of this.agreed) other.agreed.add(id);
    other.lastOrder = this.lastOrder;
    return other;
  }

  /** Add an element unless its id is taken. */
  add(part: Part, id: string, values: Values, ends: Values = {}): void {
    if (this.partOf.has(id)) return;
    this.put(part, { id, ...ends, ...DEFAULTS[part], ...converted(part, values) } as unknown as Element);
    this.partOf.set(id, part);
  }

  element(id: string): Element | undefined {
    const part = this.partOf.get(id);
    return part && this.parts[part].get(id);
  }

  /** Change the fields an element has; without effect on what is not there. */
  change(id: string, values: Values): void {
    const part = this.partOf.get(id);
    if (part) this.put(part, { ...this.parts[part].get(id), ...converted(part, values) } as Element);
  }

  put(part: Part, element: Element): void {
    (this.parts[part] as Map<string, Element>).set(element.id, element);
  }

  /** Remove an element with the arrows, links and memberships that end at it. */
  drop(id: string): void {
    const part = this.partOf.get(id);
    if (!part) return;
    this.partOf.delete(id);
    this.parts[part].delete(id);
    for (const arrow of this.arrowsAt(id)) this.drop(arrow.id);
    this.dropJoints(id);
  }

  /** Remove the kinship lines and memberships of an element. */
  dropJoints(id: string): void {
    for (const one of [...this.parts.kinships.values()].filter(({ a, b }) => a === id || b === id)) this.drop(one.id);
    for (const one of [...this.parts.memberships.values()].filter(({ person, household }) => person === id || household === id))
      this.drop(one.id);
  }

  /** Whether an arrow may end here: a figure or a container that stands, or an organisation. */
  mayEnd(id: string): boolean {
    const part = this.partOf.get(id);
    return part ? STANDING.has(part) : !this.declared.has(id);
  }

  arrowsAt(id: string): Folded["activations"][] {
    return [...this.parts.activations.values()].filter(({ activator, activated }) => activator === id || activated === id);
  }
}
