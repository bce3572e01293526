/** The digest of a document: SHA-256 of its canonical JSON, the same in Python (sociogram/situation/digest.py). */
import type { SituationDocument } from "../model/situation";

/** JSON without spaces, keys in the order of their UTF-16 code units (RFC 8785 for the values a document holds). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(",")}}`;
}

/** 64 hexadecimal digits. */
export async function digest(document: SituationDocument): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonicalJson(document)));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
