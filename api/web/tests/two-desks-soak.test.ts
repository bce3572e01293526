// @vitest-environment node
/**
 * Two desks on one sheet of a real server, through a bad network. SOCIOGRAM_SERVER names the server, SOCIOGRAM_TOKEN its
 * key, SOCIOGRAM_INTERLEAVINGS how many; tests/browser/test_two_tabs.py starts it all. Nothing acknowledged to a person is
 * ever lost without a word, and in the end both desks and the server hold the same.
 */
import { expect, test } from "vitest";

import * as acts from "../src/gestures/acts";
import type { Change } from "../src/gestures/acts";
import { canonicalJson } from "../src/gestures/digest";
import { openServerDesk, type Desk } from "../src/studio/desk";
import type { AnyGesture } from "../src/model/gestures";
import { BadNetwork, chanceOf, pause, type Chance, type Mishaps } from "./bad-network";

const SERVER = process.env["SOCIOGRAM_SERVER"];
const TOKEN = process.env["SOCIOGRAM_TOKEN"] ?? "";
const COUNT = Number(process.env["SOCIOGRAM_INTERLEAVINGS"] ?? "20");
const SEED = Number(process.env["SOCIOGRAM_TEST_SEED"] ?? "1");
const AT_ONCE = 4;
const HEADERS = { Authorization: `Bearer ${TOKEN}` };

interface Told {
  gestures: Map<string, AnyGesture>;
  withdrawn: Set<string>;
  conflicts: number;
  refused: number;
}

test.skipIf(!SERVER)(
  `${COUNT} interleavings lose nothing`,
  async () => {
    const sum = { acts: 0, conflicts: 0, refused: 0, withdrawn: 0 };
    const mishaps: Partial<Mishaps> = {};
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let n = next++; n < COUNT; n = next++) {
        const told = await interleaving(n, mishaps);
        sum.acts += told.gestures.size;
        sum.conflicts += told.conflicts;
        sum.refused += told.refused;
        sum.withdrawn += told.withdrawn.size;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    console.log(`${COUNT} interleavings, 0 lost: ${JSON.stringify({ ...sum, ...mishaps })}`);
    for (const what of ["cutBefore", "cutAfter", "cutWithin", "doubled", "late"] as const) expect(mishaps[what]).toBeGreaterThan(0);
  },
  3_600_000,
);

async function interleaving(n: number, mishaps: Partial<Mishaps>): Promise<Told> {
  const seed = SEED * 100_003 + n;
  const chance = chanceOf(seed);
  const { hostname, port } = new URL(SERVER ?? "");
  const network = new BadNetwork({ host: hostname, port: Number(port) }, chance);
  const base = `${await network.open()}/api/v1`;
  const id = await created(`entrelacs-${seed}`, n % 2 === 0 ? "none" : "forever");
  const told: Told = { gestures: new Map(), withdrawn: new Set(), conflicts: 0, refused: 0 };
  const desks = await Promise.all([0, 1].map(() => opened(id, base, chance)));
  try {
    await Promise.all(desks.map((desk) => draw(desk, chance, told)));
    await network.settle();
    await agreed(desks, id, seed);
    await compare(desks, id, told, seed);
  } finally {
    for (const desk of desks) desk.close();
    network.close();
    await fetch(`${SERVER}/api/v1/situations/${id}`, { method: "DELETE", headers: HEADERS });
  }
  for (const [what, count] of Object.entries(network.mishaps)) mishaps[what as keyof Mishaps] = (mishaps[what as keyof Mishaps] ?? 0) + count;
  return told;
}

async function created(name: string, keep: string): Promise<string> {
  const answer = await fetch(`${SERVER}/api/v1/situations?keep=${keep}`, {
    method: "POST",
    headers: { ...HEADERS, "Content-Type": "application/json" },
    body: JSON.stringify({ id: name, fictional: true }),
  });
  return ((await answer.json()) as { id: string }).id;
}

async function opened(id: string, base: string, chance: Chance): Promise<Desk> {
  const wait = (n: number): number => Math.min(60, 3 * 2 ** n) * (0.5 + chance());
  for (;;) {
    const desk = await openServerDesk(id, { lang: "fr", keeping: "none", server: { base, headers: HEADERS, patience: 3000, wait } });
    if (desk !== null && desk !== "gone") return desk;
  }
}

/** Some acts of one helper, at their own pace. */
async function draw(desk: Desk, chance: Chance, told: Told): Promise<void> {
  const heard = new Set<number>();
  desk.subscribe(() => {
    for (const notice of desk.notices) {
      if (heard.has(notice.id)) continue;
      heard.add(notice.id);
      if (notice.kind === "conflict") told.conflicts++;
      if (notice.kind !== "refused") continue;
      told.refused++;
      for (const gesture of notice.gestures) told.gestures.delete(gesture);
    }
  });
  for (let count = 4 + Math.floor(chance() * 9); count > 0; count--) {
    const before = new Set(desk.log.map(({ id }) => id));
    step(desk, chance, told);
    for (const gesture of desk.log) if (!before.has(gesture.id)) told.gestures.set(gesture.id, gesture);
    await pause(chance() < 0.4 ? 0 : chance() * 30);
  }
}

function step(desk: Desk, chance: Chance, told: Told): void {
  const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(chance() * of.length)];
  const { persons, professionals, households, activations } = desk.document;
  const m = desk.maker;
  const at: acts.Point = [chance() * 200, chance() * 150];
  const someone = pick([...persons, ...professionals])?.id;
  const other = pick([...professionals, ...persons])?.id;
  const dice = chance();
  let change: Change | undefined;
  if (dice < 0.06 && persons.length > 2) {
    const gone = pick(persons)?.id ?? "";
    told.withdrawn.add(gone);
    return desk.withdraw(gone);
  }
  if (dice < 0.16) return desk.undo();
  if (dice < 0.22) return desk.redo();
  if (dice < 0.42 || !someone || !other) change = acts.addPerson(m, { at, label: `Personne ${Math.floor(chance() * 1000)}` });
  else if (dice < 0.5) change = acts.addProfessional(m, { at, role: "agent" });
  else if (dice < 0.55) change = acts.addHousehold(m, { at });
  else if (dice < 0.7) change = acts.drawArrow(m, { activator: someone, activated: other });
  else if (dice < 0.78) change = acts.place(m, { [someone]: at });
  else if (dice < 0.86 && persons[0]) change = acts.change(m, persons[0].id, { label: `Autre nom ${Math.floor(chance() * 1000)}` });
  else if (dice < 0.9 && activations[0]) change = acts.redirect(m, { id: activations[0].id, activated: other });
  else if (dice < 0.95 && households[0] && persons[0]) change = acts.settle(m, desk.document, { person: persons[0].id, household: households[0].id });
  else change = acts.remove(m, someone);
  desk.act(change);
}

async function agreed(desks: readonly Desk[], id: string, seed: number): Promise<void> {
  for (let round = 0; round < 1500; round++) {
    const { version } = await serverLog(id);
    if (desks.every((desk) => desk.unsent === 0 && desk.version === version && desk.status !== "away" && desk.status !== "saving")) return;
    await pause(10);
  }
  const held = desks.map((desk) => `${desk.version} ${desk.status} ${desk.unsent}`).join(", ");
  throw new Error(`interleaving ${seed}: the desks did not come together: ${held}; server ${(await serverLog(id)).version}`);
}

async function serverLog(id: string): Promise<{ version: number; gestures: AnyGesture[]; texts: object }> {
  const answer = await fetch(`${SERVER}/api/v1/situations/${id}/gestures`, { headers: HEADERS });
  return (await answer.json()) as { version: number; gestures: AnyGesture[]; texts: object };
}

async function compare(desks: readonly Desk[], id: string, told: Told, seed: number): Promise<void> {
  const log = await serverLog(id);
  const read = await fetch(`${SERVER}/api/v1/situations/${id}`, { headers: HEADERS });
  const { document } = (await read.json()) as { document: object };
  for (const desk of desks) {
    expect(differing(desk.log, log.gestures), `the log of interleaving ${seed}`).toEqual([]);
    expect(canonicalJson(desk.texts), `the texts of interleaving ${seed}`).toBe(canonicalJson(log.texts));
    expect(canonicalJson(desk.document), `the document of interleaving ${seed}`).toBe(canonicalJson(document));
  }
  const kept = new Set(log.gestures.map((one) => one.id));
  const gone = withJoined(told);
  const lost = [...told.gestures.values()].filter((one) => !kept.has(one.id) && !excused(one, gone, told));
  expect(lost, `lost without a word in interleaving ${seed}`).toEqual([]);
}

/** The gestures that stand differently in two logs, with their places: short enough to be read. */
function differing(one: readonly AnyGesture[], other: readonly AnyGesture[]): string[] {
  const short = (gesture: AnyGesture | undefined): string => (gesture ? canonicalJson(gesture) : "nothing");
  const places = Array.from({ length: Math.max(one.length, other.length) }, (_, at) => at);
  return places.filter((at) => short(one[at]) !== short(other[at])).map((at) => `${at}: ${short(one[at])} instead of ${short(other[at])}`);
}

/** What was withdrawn, with the arrows and homes that ever ended there. */
function withJoined({ gestures, withdrawn }: Told): Set<unknown> {
  const gone = new Set<unknown>(withdrawn);
  for (const one of gestures.values()) {
    const args = one.args as unknown as Record<string, unknown>;
    if (["activator", "activated", "a", "b", "person", "household"].some((end) => withdrawn.has(args[end] as string))) gone.add(args["id"]);
  }
  return gone;
}

/** A gesture may leave with what was taken back, and the undoing of such a gesture with it. */
function excused(gesture: AnyGesture, gone: ReadonlySet<unknown>, told: Told): boolean {
  if (gesture.kind === "withdraw") return true;
  if (gesture.kind === "undo") {
    const target = told.gestures.get(gesture.args.undoes);
    return target !== undefined && excused(target, gone, told);
  }
  if (gesture.kind === "place") return Object.keys(gesture.args.at).every((id) => gone.has(id));
  const args = gesture.args as unknown as Record<string, unknown>;
  return gone.has(args["id"]);
}
