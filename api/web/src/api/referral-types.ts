/** What `/referrals` answers: a referral with its codes in words, and the steps that may come next. */
import type { Coded } from "./types";

export type Priority = "emergency" | "urgent" | "normal";
export type State =
  | "draft"
  | "sent"
  | "acknowledged"
  | "accepted"
  | "in_service"
  | "completed"
  | "declined"
  | "rerouted"
  | "no_answer"
  | "cancelled"
  | "consent_withdrawn"
  | "contact_failed";

/** Spoken: what may be told, the language it was asked in, the month. No name, no signature. */
export interface Consent {
  scope: "need" | "facts" | "contact";
  language: string;
  month: string;
}

/** What a referral is made of; `consent` null = not agreed to, or not asked: the person goes herself. */
export interface MadeArgs {
  need: string;
  place?: string;
  sender: string;
  receiver?: string;
  service?: string;
  receiver_text?: string;
  focal_point: boolean;
  country?: string;
  priority: Priority;
  groups?: string[];
  person?: string;
  consent: Consent | null;
}

export interface Named {
  id: string | null;
  name: string;
}

/** One line of `GET /referrals`, what is overdue first. Beside a discreet receiver the need has no code. */
export interface Referral {
  id: string;
  /** Eight letters that a telephone call can spell; they stand on the slip. */
  reference: string;
  state: Coded & { code: State };
  overdue: boolean;
  due: string | null;
  age: { days: number; text: string } | null;
  need: { code: string | null; label: string };
  sender: Named;
  receiver: Named;
  place: { id: string; label: string } | null;
  priority: Coded;
  made_on: string;
  sent_on: string | null;
}
export interface ReferralList {
  version: number;
  overdue: number;
  items: Referral[];
  total?: number;
}

/** `GET /referrals/{id}`: the whole of it. */
export interface ReferralDetail {
  version: number;
  referral: Referral & {
    groups: string[];
    person: string | null;
    consent: Consent | null;
    consent_text: string;
    way: Coded | null;
    declined_reason: Coded | null;
    outcome: Coded | null;
    /** In how many hours of its sending an answer is awaited: its own, else those of its priority. */
    deadline_hours: number;
  };
  history: { id: string; on: string; late: boolean; text: string }[];
  steps: NextStep[];
  withdrawal: Withdrawal | null;
  /** By which who receives answers without an account, where this server gives links. */
  answer_link: string | null;
}
export interface NextStep {
  kind: string;
  label: string;
  fields: { name: string; required: boolean; choices: Coded[] | null }[];
}
export interface Withdrawal {
  to_tell: { organisation: string | null; name: string }[];
  told: { organisation: string | null; name: string; on: string }[];
  /** Referrals of the same chain that go on. */
  still_open: { id: string; reference: string }[];
  text: string;
}

export type Way = "phone" | "slip" | "form" | "arrow" | "other";

/** `GET /referrals/deadlines`: hours by priority, in force and usual, and the former in words. */
export interface Deadlines {
  version: number;
  hours: Record<Priority, number>;
  usual: Record<Priority, number>;
  text: Record<Priority, string>;
}

/** An event as it is sent; the server signs it. */
export interface SentEvent {
  id: string;
  kind: string;
  subject: string;
  at: string;
  args: Record<string, unknown>;
}

/** `GET /tonight`: functions, never people. */
export interface NightFunction {
  label: string;
  organisation?: string | null;
  organisation_name?: string | null;
  phone?: string | null;
  hours?: string | null;
}
export interface NightList {
  functions: NightFunction[];
  text: string;
}
