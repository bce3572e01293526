/** A situation as its document shows it (sociogram/situation/digest.py): every key present, lists in order of appearance. */
export interface Words {
  fr: string;
  en: string;
}

/** Text fields hold the id of a text while folding, the text itself in a document. */
export interface Person<Text> {
  id: string;
  label: Text | null;
  age_band: Text | null;
  status: readonly string[];
  gender: string | null;
  birth: string | null;
  death: string | null;
  home_mark: string | null;
}

export interface Household<Text> {
  id: string;
  label: Text | null;
  place: Text | null;
  housed_by: string | null;
}

export interface Membership {
  id: string;
  person: string;
  household: string;
  since: string | null;
  until: string | null;
}

export interface Professional<Text> {
  id: string;
  role: Text | null;
  organisation: string | null;
  organisation_text: Text | null;
}

/** An institution written by hand, or a figure whose side nobody has said yet. */
export interface Labelled<Text> {
  id: string;
  label: Text | null;
}

export interface Kinship<Text> {
  id: string;
  a: string;
  b: string;
  kind: string;
  label: Text | null;
  since: string | null;
  until: string | null;
}

export interface Activation<Text> {
  id: string;
  activator: string;
  activated: string;
  order: number;
  when: string | null;
  label: Text | null;
  status: string;
  said_by: string | null;
  agreed: boolean;
  /** The id of the referral it is, or true for one that nothing else names. */
  referral: boolean | string;
  source: Text | null;
}

export interface About<Text> {
  fictional: boolean;
  sensitivity: string;
  title: Text | null;
  notice: Text | null;
  place: Text | null;
}

/** The elements of each part of a situation. */
export interface Elements<Text> {
  persons: Person<Text>;
  households: Household<Text>;
  memberships: Membership;
  professionals: Professional<Text>;
  institutions: Labelled<Text>;
  undecided: Labelled<Text>;
  kinships: Kinship<Text>;
  activations: Activation<Text>;
}

export type Part = keyof Elements<unknown>;

export type SituationDocument = { [P in Part]: Elements<Words>[P][] } & {
  id: string;
  about: About<Words>;
  /** Element id, x and y in hundredths of a millimetre; in the order of the ids' UTF-16 code units. */
  positions: [string, number, number][];
  agreed: string[];
};
