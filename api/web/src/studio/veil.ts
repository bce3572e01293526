/**
 * The veil: signs in the place of names. Letters for those who live together, numbers for those who work together.
 *
 * A veiled document holds no word that anybody wrote and no id that came from elsewhere: whatever is made from it, a
 * drawing, a list, a message to another window, cannot tell a name.
 */
import type { Membership, SituationDocument } from "../model/situation";

/** Signs are given in order of appearance and never given again: who leaves the sheet takes their sign along. */
export class Signs {
  private readonly letters = new Map<string, string>();
  private readonly numbers = new Map<string, string>();
  private readonly ids = new Map<string, string>();

  /** Learn who is on the sheet, in the order of the document. */
  learn(document: SituationDocument): void {
    for (const one of [...document.persons, ...document.undecided]) this.living(one.id);
    for (const one of [...document.professionals, ...document.institutions]) this.working(one.id);
    for (const one of organisationsOf(document)) this.working(one);
  }

  /** What stands for this one: a letter, a number, nothing for a home or an arrow. */
  of(id: string): string {
    return this.letters.get(id) ?? this.numbers.get(id) ?? "";
  }

  /** An id that tells nothing: ids of files people wrote may be names. */
  alias(id: string): string {
    const known = this.ids.get(id);
    if (known !== undefined) return known;
    const made = `e${this.ids.size + 1}`;
    this.ids.set(id, made);
    return made;
  }

  private living(id: string): void {
    if (!this.letters.has(id)) this.letters.set(id, letterOf(this.letters.size));
  }

  /** Give a number to a service or to somebody who works there. */
  working(id: string): void {
    if (!this.numbers.has(id)) this.numbers.set(id, String(this.numbers.size + 1));
  }
}

/** A ... Z, AA, AB ... for 0, 1, 2 ... (sociogram/circulation/letters.py). */
export function letterOf(rank: number): string {
  let name = "";
  for (let rest = rank + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The same sheet with signs instead of names, ids that tell nothing, and neither dates nor working notes. */
export function veiledDocument(document: SituationDocument, signs: Signs): SituationDocument {
  signs.learn(document);
  const id = (one: string): string => signs.alias(one);
  const maybe = (one: string | null): string | null => (one === null ? null : id(one));
  const sign = (one: string): { fr: string; en: string } | null => {
    const text = signs.of(one);
    return text === "" ? null : { fr: text, en: text };
  };
  return {
    id: id(document.id),
    about: { fictional: document.about.fictional, sensitivity: document.about.sensitivity, title: null, notice: null, place: null },
    persons: document.persons.map((one) => ({
      id: id(one.id),
      label: sign(one.id),
      age_band: null,
      status: [],
      gender: null,
      birth: null,
      death: null,
      home_mark: one.home_mark,
    })),
    households: document.households.map((one) => ({ id: id(one.id), label: null, place: null, housed_by: maybe(one.housed_by) })),
    memberships: document.memberships.map((one): Membership => ({
      id: id(one.id),
      person: id(one.person),
      household: id(one.household),
      since: one.since,
      until: one.until,
    })),
    professionals: document.professionals.map((one) => ({
      id: id(one.id),
      role: sign(one.id),
      organisation: maybe(one.organisation),
      organisation_text: null,
    })),
    institutions: document.institutions.map((one) => ({ id: id(one.id), label: sign(one.id) })),
    undecided: document.undecided.map((one) => ({ id: id(one.id), label: sign(one.id) })),
    kinships: document.kinships.map((one) => ({ ...one, id: id(one.id), a: id(one.a), b: id(one.b), label: null })),
    activations: document.activations.map((one) => ({
      ...one,
      id: id(one.id),
      activator: id(one.activator),
      activated: id(one.activated),
      label: null,
      said_by: null,
      source: null,
    })),
    positions: document.positions.map(([one, x, y]): [string, number, number] => [id(one), x, y]),
    agreed: document.agreed.map(id),
  };
}

/** The sign of an organisation's building, asked by the alias that the veiled document holds. `more`: not named yet. */
export function signOfAlias(document: SituationDocument, signs: Signs, more: readonly string[] = []): (alias: string) => string {
  for (const one of more) signs.working(one);
  const found = new Map([...organisationsOf(document), ...more].map((one) => [signs.alias(one), signs.of(one)]));
  return (alias) => found.get(alias) ?? "";
}

/** The organisations a document names: where people work, who houses, the ends of arrows that are nobody on the sheet. */
function organisationsOf(document: SituationDocument): Set<string> {
  const drawn = new Set(
    [document.persons, document.households, document.professionals, document.institutions, document.undecided].flatMap((part) =>
      part.map((one) => one.id),
    ),
  );
  const named = [
    ...document.professionals.map((one) => one.organisation),
    ...document.households.map((one) => one.housed_by),
    ...document.activations.flatMap((one) => [one.activator, one.activated]),
  ];
  return new Set(named.filter((one): one is string => one !== null && !drawn.has(one)));
}

