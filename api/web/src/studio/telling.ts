/** What is said of a step of the drawing while it is shown again. Knows no framework; the words come from a dictionary. */
import type { PensDocument } from "../api/pens";
import type { AnyGesture } from "../model/gestures";
import type { SituationDocument } from "../model/situation";
import { Naming } from "../scene/naming";
import { passiveSentence } from "../scene/sentence";
import { leadOf, type Step } from "./timeline";

/** One short sentence for each thing that can happen to a sheet; names stand as people wrote them. */
export interface Phrases {
  person(name: string): string;
  lives(name: string, home: string): string;
  leaves(name: string, home: string): string;
  home(name: string): string;
  works(name: string): string;
  worksIn(name: string, building: string): string;
  building(name: string): string;
  undecided(name: string): string;
  side(name: string): string;
  link(a: string, b: string, kind: string): string;
  changed(name: string): string;
  moved(name: string): string;
  tidied: string;
  agreed(what: string): string;
  again(what: string): string;
  removed(what: string): string;
  described: string;
  undone: string;
  redone: string;
  nothing: string;
}

/** A sheet before and after a step, and how its people are called there. */
export interface Telling {
  before: SituationDocument;
  after: SituationDocument;
  pens: PensDocument;
  /** What is written on an organisation's building; "" for one the viewer does not see. */
  names: (organisation: string) => string;
  /** What stands for every name while the sheet is veiled. */
  veil?: ((id: string) => string) | undefined;
  phrases: Phrases;
}

/** The sentence of a step, in the language of the pens; never empty. */
export function sayStep(step: Step, telling: Telling): string {
  const { phrases } = telling;
  if (step.back) return step.back === "undo" ? phrases.undone : phrases.redone;
  const lead = step.gestures.find((one) => one.kind === "move_in") ?? leadOf(step.gestures);
  return (lead && new Teller(telling).say(lead)) || phrases.nothing;
}

class Teller {
  private readonly was: Naming;
  private readonly now: Naming;

  constructor(private readonly telling: Telling) {
    const { before, after, pens, names, veil } = telling;
    this.was = new Naming(before, pens.lang, names, veil);
    this.now = new Naming(after, pens.lang, names, veil);
  }

  say(gesture: AnyGesture): string {
    const { phrases } = this.telling;
    const name = (id: string): string => this.now.full(id);
    switch (gesture.kind) {
      case "add_person":
        return phrases.person(name(gesture.args.id));
      case "add_household":
        return phrases.home(name(gesture.args.id));
      case "add_professional":
        return this.worker(gesture.args.id);
      case "add_institution":
        return phrases.building(name(gesture.args.id));
      case "add_undecided":
        return phrases.undecided(name(gesture.args.id));
      case "move_in":
        return phrases.lives(name(gesture.args.person), name(gesture.args.household));
      case "move_out":
        return this.leaving(gesture.args.id);
      case "draw":
      case "redirect":
        return this.arrow(this.telling.after, gesture.args.id);
      case "link":
        return phrases.link(name(gesture.args.a), name(gesture.args.b), gesture.args.kind);
      case "change_side":
        return phrases.side(name(gesture.args.id));
      case "change":
        return phrases.changed(this.what(this.telling.after, gesture.args.id));
      case "agree":
        return (gesture.args.agreed ? phrases.agreed : phrases.again)(this.what(this.telling.after, gesture.args.id));
      case "remove":
        return phrases.removed(this.what(this.telling.before, gesture.args.id));
      case "place":
        return this.placing(Object.keys(gesture.args.at));
      case "describe":
        return phrases.described;
      default:
        return "";
    }
  }

  private worker(id: string): string {
    const { after, phrases } = this.telling;
    const building = after.professionals.find((one) => one.id === id)?.organisation;
    return building ? phrases.worksIn(this.now.full(id), this.now.full(building)) : phrases.works(this.now.full(id));
  }

  private leaving(stay: string): string {
    const found = this.telling.before.memberships.find((one) => one.id === stay);
    return found ? this.telling.phrases.leaves(this.now.full(found.person), this.now.full(found.household)) : "";
  }

  /** Putting a building of the directory down is no move: it had no place before. */
  private placing(ids: readonly string[]): string {
    const { before, phrases } = this.telling;
    const [first = "", ...others] = ids;
    if (others.length > 0) return phrases.tidied;
    return before.positions.some(([id]) => id === first) ? phrases.moved(this.now.full(first)) : phrases.building(this.now.full(first));
  }

  private arrow(document: SituationDocument, id: string): string {
    const found = document.activations.find((one) => one.id === id);
    if (!found) return "";
    const naming = document === this.telling.before ? this.was : this.now;
    return passiveSentence(this.telling.pens, naming.full(found.activated), naming.full(found.activator), found.status);
  }

  /** An element in words: its name, or the sentence of an arrow, or the two ends of a line. */
  private what(document: SituationDocument, id: string): string {
    const naming = document === this.telling.before ? this.was : this.now;
    const line = document.kinships.find((one) => one.id === id);
    if (line) return this.telling.phrases.link(naming.full(line.a), naming.full(line.b), line.kind);
    const stay = document.memberships.find((one) => one.id === id);
    if (stay) return this.telling.phrases.lives(naming.full(stay.person), naming.full(stay.household));
    return this.arrow(document, id) || naming.full(id);
  }
}
