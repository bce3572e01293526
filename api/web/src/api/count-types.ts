/** What `/referrals/counts` answers. Persons stand apart from contacts: they are never added to anything. */
export type By = "need" | "family" | "place" | "region" | "pair";

export interface CountQuery {
  period: string;
  by: By[];
  as_of: string;
  organisation: string;
}

export interface Spell {
  n: number;
  median_days: number | null;
  p90_days: number | null;
}

/** null where a number is hidden, or not known. */
export interface Figures {
  made: number | null;
  accepted: number | null;
  declined: number | null;
  no_answer: number | null;
  completed: number | null;
  /** Of these something hidden is missing. */
  at_least?: string[];
}

export interface Measures extends Figures {
  reasons: Record<string, number>;
  persons: { known: number; unmarked: number } | null;
  to_answer: Spell;
  to_service: Spell;
}

export interface CountTable<T extends Figures = Figures> {
  by: string;
  label: string;
  rows: (T & { key: string; label: string })[];
}

export interface CountAnswer {
  period: string;
  label: string;
  months: string;
  as_of: string;
  final: boolean;
  total: Measures;
  tables: CountTable<Measures>[];
  paper: { slips: unknown[]; totals: Record<string, number> };
  notes: string[];
}

/** Partners' files put together. */
export interface MergedAnswer {
  label: string;
  months: string;
  files: { organisation: string; counted_in: string }[];
  missing: string[];
  total: Figures;
  tables: CountTable[];
  persons: { at_least: number | null; at_most: number | null };
  notes: string[];
}

/** One paper slip: what is not given is not known, and is not 0. */
export interface Tally {
  period: string;
  organisation?: string;
  need?: string;
  [figure: string]: number | string | Record<string, number> | undefined;
}
