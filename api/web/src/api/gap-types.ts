/** What `/gaps` answers: what the network lacks, by names; nothing in it compares organisations. */
export type CellState = "open" | "to_check" | "full" | "closed" | "elsewhere" | "nothing";

export interface GapMap {
  areas: { id: string; label: string }[];
  /** One cell an area, in the order of the areas. */
  needs: { need: string; label: string; cells: CellState[] }[];
  states: { state: CellState; label: string; text: string }[];
}

export interface Neighbour {
  id: string;
  name: string;
  /** What it adds; empty beside a discreet organisation. */
  offers: string[];
}
export interface Pair {
  first: Neighbour;
  second: Neighbour;
  areas: string[];
  text: string;
}

export interface OpenNeed {
  need: string;
  need_label: string;
  place: string;
  place_label: string;
  sender: string;
  referrals: { id: string; weeks: number }[];
  waiting_text: string;
  ask: { id: string; name: string }[];
  ask_text: string;
}

export interface Double {
  kind: string;
  text: string;
  need_label: string;
  referrals: string[];
}

export interface Gaps {
  as_of: string;
  weeks: number;
  pairs: Pair[];
  open_needs: OpenNeed[];
  map: GapMap;
  refusals: { reason: string; label: string; count: number }[];
  doubles: Double[];
  /** Headings and notes; what is empty says so. */
  words: Record<string, string>;
}
