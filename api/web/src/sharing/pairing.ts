/** Lending a sheet: what the facilitator's page and a tablet ask of the server. */
import { ask } from "../api/client";
import { address } from "../api/client";
import { lang } from "../i18n";

export interface Invitation {
  code: string;
  seconds_left: number;
  /** A picture of `size` by `size` squares; `d` draws the dark ones. */
  qr: { size: number; d: string };
}
export interface Loan {
  situation: string;
  address: string;
  seconds_left: number;
  invitation: Invitation | null;
  devices: { id: string; number: number }[];
}
export interface Lending {
  /** Whether the server was started with `--share`. */
  offered: boolean;
  share: Loan | null;
}
/** What a tablet knows of itself. `names`: what is written on the organisations of the sheet. */
export interface Guest {
  situation: string;
  by: string;
  number: number;
  seconds_left: number;
  names?: Record<string, string>;
}

const said = (path: string): string => address(path, { lang: lang.peek() });

export const getLending = (): Promise<Lending> => ask(said("/share"));
export const lend = (id: string): Promise<Lending> => ask(said(`/situations/${encodeURIComponent(id)}/share`), { method: "POST" });
export const freshCode = (): Promise<Lending> => ask(said("/share/code"), { method: "POST" });
export const endLoan = (): Promise<void> => ask(said("/share"), { method: "DELETE" });
export const removeDevice = (id: string): Promise<void> => ask(said(`/share/devices/${encodeURIComponent(id)}`), { method: "DELETE" });

export const join = (code: string): Promise<Guest> => ask(said("/pairing"), { method: "POST", body: { code } });
export const paired = (): Promise<Guest> => ask(said("/pairing"));
export const giveBack = (): Promise<void> => ask(said("/pairing"), { method: "DELETE" });
