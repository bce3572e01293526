/** Who stands where at one date: what a drawing needs to know of a situation, and nothing more (sociogram/situation/stage.py). */
import type { PensDocument, SideName } from "../api/pens";
import type { Lang, PenName } from "../api/types";
import type { SituationDocument } from "../model/situation";
import { earlier, onOrBefore } from "../gestures/dates";
import { homesAt, type FormerHome, type Homes } from "./homes";
import { Naming } from "./naming";
import { passiveSentence } from "./sentence";
import { latestDate, sidesOf, toldArrows, type Told } from "./story";

export interface Figure {
  id: string;
  kind: "person" | "professional" | "undecided";
  side: SideName;
  label: string;
  /** How a sentence names them. */
  name: string;
  inside: string | null;
}
export interface Container {
  id: string;
  kind: "household" | "institution";
  side: SideName;
  label: string;
  name: string;
  members: string[];
  inside: string | null;
}
export interface Arrow {
  id: string;
  activator: string;
  activated: string;
  pen: PenName;
  number: number;
  status: "active" | "ended" | "wished";
  sentence: string;
  /** What was written on it; may be empty. */
  words: string;
}
export interface KinLine {
  id: string;
  a: string;
  b: string;
  kind: string;
  ended: boolean;
}
export interface Staging {
  date: string | null;
  figures: Figure[];
  containers: Container[];
  former: readonly FormerHome[];
  arrows: Arrow[];
  kin: KinLine[];
}

export interface StagingOptions {
  lang: Lang;
  /** What is written on an organisation's building; "" for one the viewer does not see. */
  names: (organisation: string) => string;
  veil?: ((id: string) => string) | undefined;
  /** The state at a date, inclusive. */
  until?: string | null | undefined;
  /** Organisations put on the sheet that nothing names yet. */
  waiting?: readonly string[] | undefined;
}

export function stage(document: SituationDocument, pens: PensDocument, options: StagingOptions): Staging {
  return new Stage(document, pens, options).staging();
}

class Stage {
  private readonly until: string | null;
  private readonly shown: string | null;
  private readonly naming: Naming;
  private readonly told: Told[];
  private readonly homes: Homes;
  private readonly institutions: Set<string>;
  private readonly own: Set<string>;

  constructor(
    private readonly document: SituationDocument,
    private readonly pens: PensDocument,
    private readonly options: StagingOptions,
  ) {
    this.until = options.until ?? null;
    this.shown = this.until ?? latestDate(document);
    this.naming = new Naming(document, options.lang, options.names, options.veil);
    this.institutions = new Set(document.institutions.map((one) => one.id));
    const { persons, professionals, households, undecided } = document;
    this.own = new Set([...persons, ...professionals, ...households, ...undecided].map((one) => one.id));
    this.told = toldArrows(document, pens, sidesOf(document, (id) => this.isOrganisation(id)), this.until);
    this.homes = homesAt(document.memberships, this.shown, this.until);
  }

  staging(): Staging {
    const figures = this.figures();
    const containers = this.containers(figures);
    const standing = new Set([...figures, ...containers].map((one) => one.id));
    const former = this.homes.former.filter((one) => standing.has(one.person) && standing.has(one.household));
    return { date: this.shown, figures, containers, former, arrows: this.arrows(), kin: this.kin(standing) };
  }

  private figures(): Figure[] {
    const { persons, professionals, undecided } = this.document;
    const make = (id: string, kind: Figure["kind"], side: SideName, inside: string | null): Figure => {
      return { id, kind, side, label: this.naming.of(id), name: this.naming.full(id), inside };
    };
    return [
      ...persons.map(({ id }) => make(id, "person", "living", this.homes.homeOf.get(id) ?? null)),
      ...professionals.map(({ id, organisation }) => make(id, "professional", "working", this.building(organisation))),
      ...undecided.map(({ id }) => make(id, "undecided", "undecided", null)),
    ];
  }

  private containers(figures: readonly Figure[]): Container[] {
    const members = new Map<string, string[]>();
    for (const { id, inside } of figures) if (inside !== null) members.set(inside, [...(members.get(inside) ?? []), id]);
    const make = (id: string, kind: Container["kind"], side: SideName, inside: string | null): Container => {
      return { id, kind, side, label: this.naming.of(id), name: this.naming.full(id), members: members.get(id) ?? [], inside };
    };
    const homes = this.document.households.filter(({ id }) => !this.isHidden(id));
    return [
      ...homes.map(({ id, housed_by }) => make(id, "household", "living", this.building(housed_by))),
      ...this.buildings().map((id) => make(id, "institution", "working", null)),
    ];
  }

  /** A home that begins after the date is not there yet, unless the story already speaks of it. */
  private isHidden(home: string): boolean {
    return this.homes.hidden.has(home) && !this.told.some(({ arrow }) => arrow.activator === home || arrow.activated === home);
  }

  private building(id: string | null): string | null {
    return id !== null && (this.institutions.has(id) || this.isOrganisation(id)) ? id : null;
  }

  /** Ids of the situation win over those of the directory. */
  private isOrganisation(id: string): boolean {
    return !this.own.has(id) && !this.institutions.has(id) && this.options.names(id) !== "";
  }

  /** The buildings of the sheet: written by hand, then where people work, live, or arrows end. */
  private buildings(): string[] {
    const named: (string | null)[] = this.document.professionals.map((one) => one.organisation);
    for (const one of this.document.households) if (!this.isHidden(one.id)) named.push(one.housed_by);
    for (const { arrow } of this.told) named.push(arrow.activator, arrow.activated);
    named.push(...(this.options.waiting ?? []));
    const found = named.filter((id): id is string => this.building(id) !== null);
    return [...new Set([...this.institutions, ...found])];
  }

  private arrows(): Arrow[] {
    return this.told.map(({ arrow, number, pen }) => ({
      id: arrow.id,
      activator: arrow.activator,
      activated: arrow.activated,
      pen,
      number,
      status: arrow.status as Arrow["status"],
      sentence: passiveSentence(
        this.pens,
        this.naming.full(arrow.activated),
        this.naming.full(arrow.activator),
        arrow.status,
      ),
      words: this.naming.words(arrow.label),
    }));
  }

  private kin(standing: ReadonlySet<string>): KinLine[] {
    const begun = this.document.kinships.filter(
      (one) => this.until === null || one.since === null || onOrBefore(one.since, this.until),
    );
    return begun
      .filter((one) => standing.has(one.a) && standing.has(one.b))
      .map(({ id, a, b, kind, until }) => {
        const ended = until !== null && (this.shown === null || earlier(until, this.shown));
        return { id, a, b, kind, ended };
      });
  }
}
