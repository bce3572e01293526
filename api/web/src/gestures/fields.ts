/** The fields of every kind of element and their empty values: the twin of sociogram/situation/fields.py. */
import type { Elements, Part } from "../model/situation";

export type Values = Readonly<Record<string, unknown>>;
/** While folding, a text field holds the id of a text. */
export type Folded = Elements<string>;

/** Each field with its value when nothing was said. The order is that of the document. */
export const DEFAULTS: { readonly [P in Part]: Readonly<Record<string, unknown>> } = {
  persons: { label: null, age_band: null, status: [], gender: null, birth: null, death: null, home_mark: null },
  households: { label: null, place: null, housed_by: null },
  memberships: { since: null, until: null },
  professionals: { role: null, organisation: null, organisation_text: null },
  institutions: { label: null },
  undecided: { label: null },
  kinships: { kind: "other", label: null, since: null, until: null },
  activations: {
    order: 0,
    when: null,
    label: null,
    status: "active",
    said_by: null,
    agreed: false,
    referral: false,
    source: null,
  },
};

export const TEXT_FIELDS: { readonly [P in Part]: readonly string[] } = {
  persons: ["label", "age_band"],
  households: ["label", "place"],
  memberships: [],
  professionals: ["role", "organisation_text"],
  institutions: ["label"],
  undecided: ["label"],
  kinships: ["label"],
  activations: ["label", "source"],
};

/** The fields that name another element or an organisation; emptied when it vanishes. */
export const REFERENCE_FIELDS: { readonly [P in Part]?: readonly string[] } = {
  households: ["housed_by"],
  professionals: ["organisation"],
  activations: ["said_by"],
};

/** Fields no gesture sets directly. */
const DERIVED = new Set(["agreed"]);

/** The fields of `part` found in `values`, as an element holds them; a value that is not of this kind is left out. */
export function converted(part: Part, values: Values): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const field of Object.keys(DEFAULTS[part])) {
    if (DERIVED.has(field) || !Object.hasOwn(values, field)) continue;
    const value = values[field];
    if (field === "status") {
      if (Array.isArray(value) !== (part === "persons") && value !== null) continue;
      made[field] = value ?? DEFAULTS[part][field];
    } else made[field] = field === "referral" && typeof value !== "string" ? Boolean(value) : value;
  }
  return made;
}
