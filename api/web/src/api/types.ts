/**
 * What the page asks of `/api/v1` and the shapes it expects back.
 *
 * Rules common to all routes:
 * - `?lang=fr|en` on every GET and on the two POST questions; every text in an answer is already in that language
 *   (the other language when a user's own text has only one half). Default fr.
 * - Errors are `application/problem+json` (`Problem`), in `lang`, and never echo the input.
 * - Session: the address printed by `serve` is `http://127.0.0.1:PORT/#token=TOKEN` (a fragment reaches no log). The page
 *   sends `POST /api/v1/session {"token": "..."}` -> 204 with the HttpOnly, SameSite=Strict cookie, then removes the
 *   fragment from the address. A wrong token is 401. Without a cookie every other route is 401.
 */

import type { NightFunction } from "./referral-types";

export type Lang = "fr" | "en";
export type PaletteName = "wall" | "notebook" | "mono";
export type Paper = "auto" | "A5" | "A4" | "A3" | "A2" | "A1" | "A0";
export type PenName = "black" | "green" | "blue" | "red" | "orange" | "pencil";

/** RFC 9457, with our additions: where the fault stands and what to do about it, one entry per fault. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: { place?: string; field?: string; message: string; remedy?: string }[];
}

/** `GET /health`. `store` and `counts` only for a viewer. */
export interface Health {
  version: string;
  store?: string;
  counts?: Record<string, number>;
}

// ---------------------------------------------------------------- situations

/** `GET /situations` -> `{"situations": [...]}`, in id order. The owner sees the working title. */
export interface SituationSummary {
  id: string;
  version: number;
  title: string;
  notice?: string;
  place?: string;
  fictional: boolean;
  persons: number;
  professionals: number;
  activations: number;
  /** "forever", "none", "tonight" or a date: how long it stays. */
  keep?: string;
}
export interface SituationList {
  situations: SituationSummary[];
}

/** `POST /situations?keep=none|tonight|YYYY-MM-DD` (body: a plain situation) -> 201. */
export interface Created {
  id: string;
}

/** `GET /situations/{id}/story?lang=&until=`: the numbered story beside the sheet. An addition to the contract. */
export interface Story {
  title: string;
  notice?: string;
  /** Date of the sheet in words, "" when undated. */
  date: string;
  /** Every date at which something changes, oldest first, as `until` accepts them: the date slider's stops. */
  dates: string[];
  lines: StoryLine[];
}
/** `arrow` is the `data-id` of the arrow's group on the sheet; `number` its `data-order`. */
export interface StoryLine {
  number: number;
  arrow: string;
  pen: PenName;
  when: string;
  sentence: string;
  label: string;
}

/** `GET /situations/{id}/findings?lang=`: questions for the facilitator. `says` is the sentence or question. */
export interface Findings {
  findings: {
    code: string;
    level: "error" | "warning";
    elements: string[];
    /** Of `elements`, in words; in the same order. */
    names?: string[];
    says: string;
    place?: string;
  }[];
}

/**
 * Pictures: `GET /situations/{id}/sheet.{json,svg,pdf,png}` with
 * `?lang=&palette=wall|notebook|mono&paper=auto|A5..A0&plain=true|false&until=DATE&symbols=figures|genogram`; the file name in
 * Content-Disposition is neutral. `GET /mega.{json,svg,pdf,png}?lang=&palette=&paper=` likewise.
 * `GET /situations/{id}/own.json`: the lossless copy (`export json --own`). `DELETE /situations/{id}` -> 204.
 */
export interface SheetOptions {
  palette: PaletteName;
  paper: Paper;
  plain: boolean;
  symbols?: SymbolSet;
  until?: string;
}

/** The signs people are drawn with; `figures` when nothing is asked. */
export type SymbolSet = "figures" | "genogram";

/** `mega.json`: what is drawn, filtered how, in which tiles; `open` holds the ids of open tiles. */
export interface MegaOptions extends SheetOptions {
  of: "directory" | "situations";
  group: "auto" | "none" | "sector" | "place" | "atlas";
  open: string[];
  place: string;
  sector: string;
  period: string;
}

/** `sheet.json` and `mega.json`: layouts/sheet.py as written by layouts/printers/sheet_json.py. See scene/sheet.ts. */
export type { SheetJson } from "../scene/sheet";

// ---------------------------------------------------------------- directory

export interface Coded {
  code: string;
  label: string;
}

/** `GET /vocabulary?lang=`: codes with labels. `needs` holds only categories that are needs of a person. An addition. */
export interface Vocabulary {
  needs: Coded[];
  groups: Coded[];
  places: (Coded & { kind: string; parent?: string })[];
  typologies: Coded[];
  /** Languages one may ask for; an answer says so when nobody noted which a service speaks. */
  languages: Coded[];
}

/** One page of anything. `page` counts from 1. */
export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

/** `GET /providers?lang=&page=&size=` (size up to 200) and `POST /providers/search?lang=` -> Page<ProviderCard>. */
export interface ProviderCard {
  id: string;
  name: string;
  acronym?: string;
  discreet: boolean;
  /** Absent for a discreet organisation in a search answer. */
  typology?: Coded;
  places?: string[];
  /** Categories of its services, each once. */
  categories?: Coded[];
}
export interface ProviderQuery {
  text: string;
  needs: string[];
  groups: string[];
  places: string[];
  typologies: string[];
  page: number;
  size: number;
}

/** `GET /providers/{id}?lang=`: the whole visible row, with its services and its ties. */
export interface ProviderDetail extends ProviderCard {
  legal_status?: string;
  perimeter?: string;
  address?: string;
  phone?: string;
  email?: string;
  website?: string;
  contact_note?: string;
  notes?: string;
  /** ISO date, or null when never checked: shown as "à vérifier". */
  last_check: string | null;
  /** The documents it was read from, in words. */
  source?: string;
  services: ServiceRow[];
  ties: { id: string; actor: string; name: string; kind: string; text: string; evidence?: string; source?: string; directed?: boolean }[];
}
/** Also `GET /services/{id}?lang=` with `organisation`. */
export interface ServiceRow {
  id: string;
  organisation?: { id: string; name: string };
  category: Coded;
  description?: string;
  groups: Coded[];
  places: string[];
  conditions?: string;
  period?: string;
  status: "open" | "to_check" | "closed" | "not_open_yet";
  status_text: string;
  source?: string;
}

// ---------------------------------------------------------------- who can help

/** `POST /referrals/suggest?lang=`: interface.md, with names for people added to ids. */
export interface SuggestQuery {
  origin: string;
  needs: string[];
  target_groups: string[];
  places: string[];
  languages: string[];
  urgency: "normal" | "urgent" | "tonight";
  max_hops: number;
  k: number;
  /** For this one question, in memory only: never stored, never in an address. */
  on?: string;
  age?: number;
  must_not_know?: string[];
  documents?: string[];
}
export interface SuggestAnswer {
  suggestions: Suggestion[];
  excluded: { reason: string; count: number; text: string }[];
  explanation: string;
  network_version: string;
  /** Who can be reached tonight, when that was asked; an empty list names nobody. */
  tonight?: { functions: NightFunction[]; text: string } | null;
}
export interface Suggestion {
  need: string;
  provider: string;
  provider_name: string;
  service: string;
  /** What the service does, in its own words; empty beside a discreet one. */
  description?: string;
  discreet?: boolean;
  /** Places where it is given, as codes or words. */
  places?: string[];
  period?: string;
  status: string;
  /** The status in words: "à vérifier : appeler avant d'envoyer quelqu'un". */
  status_text?: string;
  heading?: string;
  score: number;
  hops: number;
  cost: number;
  path: PathStep[];
  contact: { function?: string | null; phone?: string | null; email?: string | null; text: string };
  conditions?: string | null;
  what_to_bring?: string | null;
  last_check: string | null;
  first_call: string;
  /** What to say first to the service itself, and what never to say. */
  first_sentence: string;
  do_not_say: string;
  /** Other ways to the same service, each through another first relay; null when they were not looked for. */
  alternatives: { hops: number; path: PathStep[] }[] | null;
  people_who_learn: number;
  wider_area?: boolean | string | null;
  reasons: { code: string; value: number | null; text: string }[];
  unknown: string[];
}
/** First step = the origin alone; each later step carries the tie that leads to it. `name` = short name for people. */
export interface PathStep {
  actor: string;
  name?: string;
  short_name?: string;
  tie?: string;
  kind?: string;
  evidence?: string;
  /** The ready question to this actor, without any fact of the case. */
  ask?: string;
  cost?: number;
}

// `GET /pens?lang=`: see ./pens.ts.
