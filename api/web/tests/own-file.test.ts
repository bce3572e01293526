/** The file of a sheet: the server's own copy, byte for byte and back; every hostile file refused whole. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { canonicalJson } from "../src/gestures/digest";
import { fold, type Texts } from "../src/gestures/fold";
import type { AnyGesture } from "../src/model/gestures";
import { isDate } from "../src/sharing/date-text";
import { ownBytes, readOwn, type OwnSheet } from "../src/sharing/own-file";
import { sha256 } from "../src/sharing/sha256";

const FOLDER = "../../tests/vectors/gestures";
const vectors = readdirSync(FOLDER)
  .filter((name) => name.startsWith("mali-"))
  .map((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")))
  .map(({ situation, gestures, texts }): OwnSheet => ({ id: situation, gestures, texts }));
const sheet = vectors[0]!;
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const asJson = (one: OwnSheet = sheet): Record<string, unknown> => JSON.parse(new TextDecoder().decode(ownBytes(one)));

/** The copy with something else in it, and a digest that fits. */
function signed(change: { gestures?: unknown[]; texts?: unknown; id?: string }): Uint8Array {
  const { id, gestures, texts } = { ...sheet, ...change } as OwnSheet;
  let digest = "";
  try {
    digest = sha256(new TextEncoder().encode(canonicalJson(fold(id, gestures, texts))));
  } catch {
    // What cannot even be folded has no digest.
  }
  return bytes({ sociogram: 1, id, gestures, texts, digest });
}

describe("sha256", () => {
  it.each([0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000, 100_003])("agrees with Node on %i bytes", (length) => {
    const data = Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 251);
    expect(sha256(data)).toBe(createHash("sha256").update(data).digest("hex"));
  });
});

describe("a sheet as a file", () => {
  it("has vectors to read", () => expect(vectors.length).toBeGreaterThan(3));

  it.each(vectors.map((one): [string, OwnSheet] => [one.id, one]))("%s comes back whole", (_, one) => {
    const back = readOwn(ownBytes(one)) as OwnSheet;
    expect(back.gestures).toEqual(one.gestures);
    expect(fold(back.id, back.gestures, back.texts)).toEqual(fold(one.id, one.gestures, one.texts));
    expect(ownBytes(back)).toEqual(ownBytes(one));
  });

  it("is canonical: keys in order, no space", () => {
    const text = new TextDecoder().decode(ownBytes(sheet));
    expect(text).toBe(canonicalJson(JSON.parse(text)));
  });

  it("keeps words as the server does, so that the digest is the same there", () => {
    const id = "0b0f1c52-7d1a-4f55-9d0c-000000000001";
    const gestures = [{ id, v: 1, kind: "add_person", at: "2026-01-31T09:00:00Z", by: "local", args: { id: "p", label: "t" } }];
    const own = { id: "s", gestures: gestures as AnyGesture[], texts: { t: { fr: "Ai\u00ADda e\u0301", en: "" } } };
    expect(asJson(own)["texts"]).toEqual({ t: { fr: "Aida é" } });
    expect(readOwn(ownBytes(own))).toMatchObject({ id: "s" });
  });
});

describe("a hostile file", () => {
  const first = sheet.gestures[1] as AnyGesture & { args: Record<string, unknown> };
  const other = (part: object): unknown[] => [sheet.gestures[0], { ...first, ...part }, ...sheet.gestures.slice(2)];

  it.each<[string, Uint8Array]>([
    ["not_a_sheet", bytes("")],
    ["not_a_sheet", bytes("{")],
    ["not_a_sheet", bytes("null")],
    ["not_a_sheet", bytes("[]")],
    ["not_a_sheet", bytes('"a"')],
    ["not_a_sheet", bytes({ hello: 1 })],
    ["not_a_sheet", bytes({ ...asJson(), sociogram: true })],
    ["not_a_sheet", bytes("[".repeat(100_000) + "]".repeat(100_000))],
    ["not_text", Uint8Array.from([0xff, 0xfe, 0x7b])],
    ["too_large", new Uint8Array(20_000_001)],
    ["newer", bytes({ ...asJson(), sociogram: 2 })],
    ["plain", bytes({ persons: [], activations: [] })],
    ["damaged", bytes({ ...asJson(), digest: "0".repeat(64) })],
    ["damaged", bytes({ ...asJson(), more: 1 })],
    ["damaged", bytes({ ...asJson(), id: "../../etc" })],
    ["damaged", bytes({ ...asJson(), id: 3 })],
    ["damaged", bytes({ ...asJson(), gestures: {} })],
    ["damaged", bytes({ ...asJson(), texts: [] })],
    ["damaged", bytes({ ...asJson(), texts: { t: { fr: "<b>\u202Ex" } } })],
    ["damaged", bytes({ ...asJson(), texts: { t: {} } })],
    ["damaged", bytes(`{"sociogram":1,"id":"s","gestures":[],"texts":{"__proto__":{"fr":"x"}},"digest":""}`)],
    ["damaged", signed({ gestures: other({ kind: "explode" }) })],
    ["damaged", signed({ gestures: other({ extra: 1 }) })],
    ["damaged", signed({ gestures: other({ v: true }) })],
    ["damaged", signed({ gestures: other({ at: "2026-02-31T99:00:00Z" }) })],
    ["damaged", signed({ gestures: other({ by: "" }) })],
    ["damaged", signed({ gestures: other({ args: { ...first.args, birth: "2026-02-30" } }) })],
    ["damaged", signed({ gestures: other({ args: { ...first.args, id: "e\u0301" } }) })],
    ["damaged", signed({ gestures: other({ args: { ...first.args, pen: "green" } }) })],
    ["breaks_rules", signed({ gestures: [...sheet.gestures, sheet.gestures[1] && { ...first, id: "0b0f1c52-7d1a-4f55-9d0c-000000000001" }] })],
    ["breaks_rules", signed({ texts: { ...sheet.texts, spare: { fr: "personne ne me nomme" } } as Texts })],
  ])("is refused: %s", (why, data) => {
    expect(readOwn(data)).toBe(why);
  });

  it("changed in any one letter is not opened", () => {
    const whole = new TextDecoder().decode(ownBytes(sheet));
    let random = 12345;
    for (let tries = 0; tries < 60; tries++) {
      random = (random * 1103515245 + 12345) % 2 ** 31;
      const at = random % whole.length;
      const changed = whole.slice(0, at) + (whole[at] === "7" ? "8" : "7") + whole.slice(at + 1);
      const read = readOwn(bytes(changed));
      // Who and when are no part of the document: a changed instant may pass, a changed sheet may not.
      if (typeof read !== "string") expect(fold(read.id, read.gestures, read.texts)).toEqual(fold(sheet.id, sheet.gestures, sheet.texts));
    }
  });
});

describe("dates", () => {
  it.each(["2020", "2020-02", "2020-02-29", "1950-12-31"])("%s is one", (text) => expect(isDate(text)).toBe(true));
  it.each(["", "20", "2021-02-29", "2020-13", "2020-00", "0000", "2020-1", "9999", "2020-01-32"])("%s is none", (text) =>
    expect(isDate(text)).toBe(false),
  );
});
