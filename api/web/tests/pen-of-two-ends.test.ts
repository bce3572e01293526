// @vitest-environment node
/** Nobody chooses a pen: whatever is done on a desk, or told to it, each arrow has the pen of its two ends. */
import { expect, test } from "vitest";

import type { SideName } from "../src/api/pens";
import * as acts from "../src/gestures/acts";
import { fold } from "../src/gestures/fold";
import type { AnyGesture } from "../src/model/gestures";
import type { SituationDocument } from "../src/model/situation";
import { uuid } from "../src/model/uuid";
import { sidesOf, toldArrows } from "../src/scene/story";
import { LiveDesk } from "../src/studio/live-desk";
import type { Channel, News } from "../src/sync/channel";
import { soundLog } from "../src/sync/sound-log";
import { chanceOf } from "./bad-network";
import { pensIn } from "./pens-for-tests";

const SEED = Number(process.env["SOCIOGRAM_TEST_SEED"] ?? "1");
const RUNS = process.env["SOCIOGRAM_TEST_SIZE"] === "full" ? 5_000 : 150;
const ORGANISATION = "org-aube";
const KINDS = ["person", "household", "professional", "institution", "organisation", "undecided", "nobody"] as const;
type Kind = (typeof KINDS)[number];

/** Written again here, from the method: who lives, who works, and the four pens. */
const SIDE: Record<Kind, SideName | undefined> = {
  person: "living",
  household: "living",
  professional: "working",
  institution: "working",
  organisation: "working",
  undecided: undefined,
  nobody: undefined,
};
const PEN = { "living living": "blue", "living working": "red", "working living": "orange", "working working": "green" } as Record<string, string>;
const FIELDS = ["activated", "activator", "agreed", "id", "label", "order", "referral", "said_by", "source", "status", "when"].sort();

const pens = pensIn("fr");

/** A channel whose other end says whatever a test likes. */
class Whisper implements Channel {
  say: (news: News) => void = () => undefined;
  version = 0;
  send(change: acts.Change, base: number): ReturnType<Channel["send"]> {
    return Promise.resolve({ kind: "taken", version: (this.version = base + change.gestures.length) });
  }
  read(): Promise<null> {
    return Promise.resolve(null);
  }
  listen(on: (news: News) => void): () => void {
    this.say = on;
    return () => undefined;
  }
  close(): void {
    // Nothing is held.
  }
}

function opened(): { desk: LiveDesk; channel: Whisper } {
  const channel = new Whisper();
  const desk = new LiveDesk({ id: "feuille", by: "local", lang: "fr", keeping: "none", channel });
  desk.know([ORGANISATION]);
  return { desk, channel };
}

function put(desk: LiveDesk, kind: Kind): string {
  if (kind === "nobody") return "nobody";
  if (kind === "organisation") return ORGANISATION;
  const add = { person: acts.addPerson, household: acts.addHousehold, professional: acts.addProfessional, institution: acts.addInstitution, undecided: acts.addUndecided }[kind];
  const made = add(desk.maker, { at: [1, 1] });
  expect(desk.act(made)).toBeNull();
  return made.id;
}

function kindOf(document: SituationDocument, id: string): Kind {
  if (id === ORGANISATION) return "organisation";
  const parts = { person: document.persons, household: document.households, professional: document.professionals, institution: document.institutions, undecided: document.undecided };
  return (Object.entries(parts).find(([, part]) => part.some((one) => one.id === id))?.[0] ?? "nobody") as Kind;
}

/** Every arrow holds its known fields only, and is drawn with the pen of the table, or not at all. */
function hold(document: SituationDocument): number {
  const told = new Map(toldArrows(document, pens, sidesOf(document, (id) => id === ORGANISATION), null).map(({ arrow, pen }) => [arrow.id, pen]));
  for (const arrow of document.activations) {
    expect(Object.keys(arrow).sort()).toEqual(FIELDS);
    const sides = [arrow.activator, arrow.activated].map((end) => SIDE[kindOf(document, end)]);
    const pen = sides.every(Boolean) && arrow.activator !== arrow.activated ? PEN[sides.join(" ")] : undefined;
    expect(told.get(arrow.id)).toBe(pen);
  }
  return document.activations.length;
}

const pairs = KINDS.flatMap((one) => KINDS.map((other): [Kind, Kind] => [one, other]));

test.each(pairs)("an arrow from %s to %s", (one, other) => {
  const { desk } = opened();
  const [activator, activated] = [put(desk, one), put(desk, other)];
  const drawn = acts.drawArrow(desk.maker, { activator, activated });
  const refusal = desk.act(drawn);
  const pen = SIDE[one] && SIDE[other] && activator !== activated ? PEN[`${SIDE[one]} ${SIDE[other]}`] : undefined;
  expect(refusal === null).toBe(pen !== undefined);
  expect(hold(desk.document)).toBe(pen === undefined ? 0 : 1);
});

test("no sequence of acts and hostile messages makes another pen", () => {
  let arrows = 0;
  for (let run = 0; run < RUNS; run++) arrows += sequence(chanceOf(SEED * 7919 + run));
  expect(arrows).toBeGreaterThan(RUNS);
});

function sequence(chance: () => number): number {
  const { desk, channel } = opened();
  const ids = KINDS.map((kind) => put(desk, kind));
  const pick = (): string => ids[Math.floor(chance() * ids.length)] ?? "";
  let arrows = 0;
  for (let n = 0; n < 14; n++) {
    if (chance() < 0.35) whisper(desk, channel, pick, chance);
    else act(desk, pick, chance, ids);
    arrows += hold(desk.document);
  }
  return arrows;
}

function act(desk: LiveDesk, pick: () => string, chance: () => number, ids: string[]): void {
  const m = desk.maker;
  const arrow = desk.document.activations[Math.floor(chance() * desk.document.activations.length)]?.id ?? "nothing";
  const does = [
    () => desk.act(acts.drawArrow(m, { activator: pick(), activated: pick() })),
    () => desk.act(acts.drawArrow(m, { activator: pick(), activated: pick() })),
    () => desk.act(acts.redirect(m, { id: arrow, activator: pick() })),
    () => desk.act(acts.redirect(m, { id: arrow, activated: pick() })),
    () => desk.act(acts.changeSide(m, pick(), chance() < 0.5 ? "living" : "working", chance() < 0.7)),
    () => desk.act(acts.change(m, arrow, { pen: "red", colour: "#f00", status: "wished" })),
    () => desk.act(acts.remove(m, pick())),
    () => ids.push(put(desk, KINDS[Math.floor(chance() * 6)] ?? "person")),
    () => desk.undo(),
    () => desk.redo(),
    () => (chance() < 0.2 ? desk.withdraw(pick()) : undefined),
  ];
  does[Math.floor(chance() * does.length)]?.();
}

/** A message as an enemy would write it: pens and colours everywhere, ends that are not there, things that are no log. */
function whisper(desk: LiveDesk, channel: Whisper, pick: () => string, chance: () => number): void {
  const paint = { pen: "red", colour: "#ff0000", color: "red", side: "working", palette: "wall", __proto__: { pen: "red" }, agreed: true };
  const arrow = desk.document.activations[0]?.id ?? "nothing";
  const envelope = (kind: string, args: unknown): AnyGesture =>
    JSON.parse(JSON.stringify({ id: uuid(), v: 1, kind, at: "2026-01-01T00:00:00.000Z", by: "enemy", pen: "red", args })) as AnyGesture;
  const lies = [
    envelope("draw", { ...paint, id: `x${chance()}`, activator: pick(), activated: pick() }),
    envelope("redirect", { ...paint, id: arrow, activator: pick() }),
    envelope("redirect", { ...paint, id: arrow }),
    envelope("change", { id: arrow, set: { ...paint, order: 3, kind: "couple", activator: pick(), activated: pick(), id: "other" } }),
    envelope("change", { id: pick(), set: { ...paint, side: "living", persons: [] } }),
    envelope("change_side", { ...paint, id: pick(), side: "working" }),
    envelope("paint", { ...paint, id: arrow }),
    envelope("constructor", { id: arrow }),
    envelope("draw", null),
    envelope("place", { at: { [pick()]: "red" } }),
  ];
  const gestures = [lies[Math.floor(chance() * lies.length)]];
  const raw = { version: desk.version + 1, after: desk.version, complete: chance() < 0.05, gestures, texts: {} };
  const log = soundLog(JSON.parse(JSON.stringify(raw)));
  if (log) channel.say({ kind: "log", log });
}

test.each([null, 3, "log", [], {}, { version: -1 }, { version: 1.5, after: 0, complete: true, gestures: [], texts: {} }])("%j is no log", (raw) => {
  expect(soundLog(raw)).toBeNull();
});

test("a gesture of an unknown kind adds nothing", () => {
  const gesture = { id: uuid(), v: 1, kind: "paint", at: "", by: "x", args: { id: "a" } } as unknown as AnyGesture;
  expect(fold("feuille", [gesture], {}).undecided).toEqual([]);
});
