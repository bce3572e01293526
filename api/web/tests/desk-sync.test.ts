// @vitest-environment node
/** What a desk does with each answer, and with what others do meanwhile. */
import { expect, test } from "vitest";

import * as acts from "../src/gestures/acts";
import type { Change } from "../src/gestures/acts";
import type { AnyGesture } from "../src/model/gestures";
import { LiveDesk } from "../src/studio/live-desk";
import { placeOf } from "../src/studio/marks";
import type { Ack, Channel, LogNews, News } from "../src/sync/channel";
import { pause } from "./bad-network";

/** A server of one sheet whose answers are written in advance; it takes what is sent when none is. */
class Scripted implements Channel {
  readonly heard: { change: Change; base: number }[] = [];
  answers: (Ack | "never")[] = [];
  log: LogNews | "gone" | null = null;
  closed = false;
  say: (news: News) => void = () => undefined;

  send(change: Change, base: number): Promise<Ack> {
    this.heard.push({ change, base });
    const answer = this.answers.shift() ?? { kind: "taken", version: base + change.gestures.length };
    return answer === "never" ? new Promise(() => undefined) : Promise.resolve(answer);
  }
  read(): Promise<LogNews | "gone" | null> {
    return Promise.resolve(this.log);
  }
  listen(on: (news: News) => void): () => void {
    this.say = on;
    return () => (this.say = () => undefined);
  }
  close(): void {
    this.closed = true;
  }
}

const other = acts.makerOf("local", "fr");

function begun(keeping: "none" | "forever" = "forever"): { desk: LiveDesk; server: Scripted } {
  const server = new Scripted();
  const desk = new LiveDesk({ id: "feuille", by: "local", lang: "fr", keeping, channel: server, wait: () => 1 });
  return { desk, server };
}

/** The log after `after`, as the stream tells it. */
function told(desk: LiveDesk, gestures: AnyGesture[], texts = {}, more: Partial<LogNews> = {}): LogNews {
  return { after: desk.version, version: desk.version + gestures.length, complete: false, gestures, texts, ...more };
}

async function settled(): Promise<void> {
  for (let n = 0; n < 8; n++) await pause(1);
}

async function withPerson(keeping: "none" | "forever" = "forever"): Promise<{ desk: LiveDesk; server: Scripted; a: string }> {
  const { desk, server } = begun(keeping);
  const made = acts.addPerson(desk.maker, { at: [1, 1], label: "Tante" });
  desk.act(made);
  await settled();
  server.heard.length = 0;
  return { desk, server, a: made.id };
}

test("the sign follows an act: saving, then saved, or that nothing remains", async () => {
  for (const [keeping, last] of [["forever", "saved"], ["none", "unkept"]] as const) {
    const { desk } = begun(keeping);
    const signs: string[] = [];
    desk.subscribe(() => signs.at(-1) !== desk.status && signs.push(desk.status));
    desk.act(acts.addPerson(desk.maker, { at: [1, 1] }));
    await settled();
    expect(signs).toEqual(["saving", last]);
    expect(desk.unsent).toBe(0);
  }
});

test("acts go one by one, in their order, each on the version it stands on", async () => {
  const { desk, server } = begun();
  for (const x of [1, 2, 3]) desk.act(acts.addPerson(desk.maker, { at: [x, x] }));
  expect(desk.unsent).toBe(3);
  await settled();
  expect(server.heard.map(({ base }) => base)).toEqual([0, 2, 4]);
  expect(desk.version).toBe(6);
});

test("what is not heard is sent again with the same ids, until it is", async () => {
  const { desk, server } = begun();
  server.answers = [{ kind: "away" }, { kind: "away" }];
  desk.act(acts.addPerson(desk.maker, { at: [1, 1] }));
  desk.act(acts.addPerson(desk.maker, { at: [2, 2] }));
  await pause(0);
  expect(desk.status).toBe("away");
  await settled();
  expect(desk.status).toBe("saved");
  expect(new Set(server.heard.slice(0, 3).map(({ change }) => change)).size).toBe(1);
  expect(desk.document.persons).toHaveLength(2);
});

test("what the server refuses is taken back with its sentence, and what stood on it too", async () => {
  const { desk, server, a } = await withPerson();
  server.answers = [{ kind: "refused", code: "bad_thing", says: "Non." }];
  const b = acts.addPerson(desk.maker, { at: [2, 2] });
  desk.act(b);
  desk.act(acts.link(desk.maker, { a, b: b.id, kind: "couple" }));
  await settled();
  expect(desk.document.persons).toHaveLength(1);
  expect(desk.document.kinships).toEqual([]);
  expect(desk.notices).toMatchObject([
    { kind: "refused", code: "bad_thing", says: "Non.", gestures: b.gestures.map(({ id }) => id) },
    { kind: "refused", code: "E02" },
  ]);
  expect(desk.status).toBe("refused");
  for (const { id } of desk.notices) desk.dismiss(id);
  expect(desk.status).toBe("saved");
});

test("a conflict is said, both gestures stay, the later one shows", async () => {
  const { desk, server, a } = await withPerson();
  const theirs = acts.change(other, a, { label: "Marraine" });
  server.answers = [{ kind: "stale", since: told(desk, theirs.gestures, theirs.texts) }];
  desk.act(acts.change(desk.maker, a, { label: "Tante maternelle" }));
  await settled();
  expect(desk.document.persons[0]?.label?.fr).toBe("Tante maternelle");
  expect(Object.values(desk.texts).map(({ fr }) => fr)).toEqual(["Tante", "Marraine", "Tante maternelle"]);
  expect(desk.notices).toMatchObject([{ kind: "conflict", elements: [a] }]);
  expect(server.heard.map(({ base }) => base)).toEqual([2, 3]);
});

test("who moves a figure and who names it do not disturb one another", async () => {
  const { desk, server, a } = await withPerson();
  server.answers = ["never"];
  desk.act(acts.change(desk.maker, a, { label: "Marraine" }));
  const theirs = acts.place(other, { [a]: [9, 9] });
  server.say({ kind: "log", log: told(desk, theirs.gestures) });
  expect(desk.document.positions).toEqual([[a, 900, 900]]);
  expect(desk.document.persons[0]?.label?.fr).toBe("Marraine");
  expect(desk.notices).toEqual([]);
});

test("what others do is theirs to undo, also when both sign alike", async () => {
  const { desk, server } = await withPerson();
  const theirs = acts.addPerson(other, { at: [5, 5] });
  server.say({ kind: "log", log: told(desk, theirs.gestures) });
  expect(desk.document.persons).toHaveLength(2);
  desk.undo();
  expect(desk.document.persons.map(({ id }) => id)).toEqual([theirs.id]);
  expect(desk.canUndo).toBe(false);
});

test("taken among others: the log says where it stands", async () => {
  const { desk, server, a } = await withPerson();
  const mine = acts.change(desk.maker, a, { label: "Marraine" });
  const theirs = acts.addPerson(other, { at: [5, 5] });
  server.log = told(desk, [...theirs.gestures, ...mine.gestures], { ...theirs.texts, ...mine.texts });
  server.answers = [{ kind: "taken", version: server.log.version }];
  desk.act(mine);
  await settled();
  expect(desk.log.slice(2)).toEqual([...theirs.gestures, ...mine.gestures]);
  expect(desk.version).toBe(5);
  expect(desk.unsent).toBe(0);
});

test("taken among others while the line fails: the sign comes back by itself, from the stream or by asking again", async () => {
  for (const from of ["stream", "asking"] as const) {
    const { desk, server } = await withPerson();
    const theirs = acts.addPerson(other, { at: [3, 3], label: "Voisin" });
    const mine = acts.addPerson(desk.maker, { at: [2, 2] });
    const log = told(desk, [...theirs.gestures, ...mine.gestures], theirs.texts);
    server.answers = [{ kind: "taken", version: log.version }];
    desk.act(mine);
    await pause(0);
    expect([desk.status, desk.unsent]).toEqual(["away", 0]);
    if (from === "stream") server.say({ kind: "log", log });
    else {
      server.log = log;
      await settled();
    }
    expect([desk.status, desk.version]).toEqual(["saved", log.version]);
    expect(desk.document.persons).toHaveLength(3);
  }
});

test("news that come twice, late or with a hole change nothing wrongly", async () => {
  const { desk, server } = await withPerson();
  const one = acts.addPerson(other, { at: [5, 5] });
  const two = acts.addPerson(other, { at: [6, 6] });
  const first = told(desk, one.gestures);
  server.say({ kind: "log", log: first });
  server.say({ kind: "log", log: first });
  server.say({ kind: "log", log: { ...first, after: 0 } });
  expect(desk.document.persons).toHaveLength(2);
  server.log = told(desk, two.gestures);
  server.say({ kind: "log", log: { ...told(desk, []), after: desk.version + 1, version: desk.version + 2 } });
  await settled();
  expect(desk.document.persons).toHaveLength(3);
  expect(desk.version).toBe(6);
});

test("a withdrawal that was heard twice hides nothing that came between", async () => {
  const { desk, server, a } = await withPerson();
  const theirs = acts.addUndecided(other, { at: [7, 7] }).gestures.slice(0, 1);
  server.log = { after: 3, version: 4, complete: false, gestures: theirs, texts: {} };
  server.answers = [{ kind: "taken", version: 4 }];
  desk.withdraw(a);
  // The stream told the withdrawal before its answer came; the answer is that of a copy, and counts what others did.
  server.say({ kind: "log", log: { after: 2, version: 3, complete: true, gestures: [], texts: {} } });
  await settled();
  expect(desk.version).toBe(4);
  expect(desk.log).toEqual(theirs);
});

test("an act on what others took back, heard twice, hides nothing that came between", async () => {
  const { desk, server, a } = await withPerson();
  const theirs = acts.addUndecided(other, { at: [7, 7] }).gestures.slice(0, 1);
  let answer: (ack: Ack) => void = () => undefined;
  server.send = () => new Promise((done) => (answer = done));
  desk.act(acts.agree(desk.maker, a, true));
  server.say({ kind: "log", log: { after: 2, version: 4, complete: true, gestures: [], texts: {} } });
  server.log = { after: 4, version: 5, complete: false, gestures: theirs, texts: {} };
  answer({ kind: "taken", version: 5 });
  await settled();
  expect(desk.log).toEqual(theirs);
  expect(desk.unsent).toBe(0);
});

test("what others take back leaves this copy, unsent acts and marks included", async () => {
  const { desk, server, a } = await withPerson();
  server.answers = ["never"];
  const b = acts.addPerson(desk.maker, { at: [3, 3], label: "Voisine" });
  desk.mark();
  desk.act(acts.join(b, acts.change(desk.maker, a, { label: "Tante Zinzolin" }), acts.place(desk.maker, { [a]: [4, 4], [b.id]: [5, 5] })));
  desk.act(acts.change(desk.maker, a, { age_band: "la trentaine" }));
  server.say({ kind: "log", log: { after: 2, version: 3, complete: true, gestures: [], texts: {} } });
  const held = JSON.stringify([desk.log, desk.texts, desk.document, desk.marks]);
  expect(held).not.toMatch(/Tante|Zinzolin|trentaine/);
  expect(held).not.toContain(a);
  expect(desk.document.persons).toMatchObject([{ id: b.id, label: { fr: "Voisine" } }]);
  expect(desk.notices).toMatchObject([{ kind: "withdrawn" }]);
  expect(desk.marks.map((one) => placeOf(one, desk.log))).toEqual([0]);
});

test("what one takes back before it was sent never leaves the page", async () => {
  const { desk, server } = begun();
  server.answers = [{ kind: "away" }, { kind: "away" }, { kind: "away" }];
  desk.act(acts.addPerson(desk.maker, { at: [1, 1], label: "Première" }));
  const made = acts.addPerson(desk.maker, { at: [1, 1], label: "Zinzolin" });
  desk.act(made);
  desk.act(acts.change(desk.maker, made.id, { age_band: "Zinzolin encore" }));
  desk.withdraw(made.id);
  expect(JSON.stringify([desk.log, desk.texts])).not.toContain("Zinzolin");
  await settled();
  expect(desk.unsent).toBe(0);
  expect(JSON.stringify(server.heard)).not.toContain("Zinzolin");
  expect(desk.document.persons).toHaveLength(1);
});

test("a sheet that is gone is forgotten whole", async () => {
  for (const how of ["answer", "news", "read"] as const) {
    const { desk, server } = await withPerson();
    server.answers = [how === "answer" ? { kind: "gone" } : { kind: "taken", version: 99 }];
    server.log = "gone";
    if (how === "news") server.say({ kind: "gone", why: "expired" });
    else desk.act(acts.addPerson(desk.maker, { at: [1, 1], label: "Zinzolin" }));
    await settled();
    expect(desk.status).toBe("gone");
    expect(desk.notices).toMatchObject([{ kind: "gone", why: how === "news" ? "expired" : "deleted" }]);
    expect([desk.log, desk.texts, desk.document.persons, desk.unsent]).toEqual([[], {}, [], 0]);
    expect(server.closed).toBe(true);
    expect(desk.act(acts.addPerson(desk.maker, { at: [1, 1] }))).toBe("sheet_gone");
  }
});

test("a server started anew does not take an unkept sheet from the page; erased by somebody, it goes", async () => {
  for (const [shut, keeping, status] of [[true, "none", "away"], [false, "none", "gone"], [true, "forever", "gone"]] as const) {
    const { desk, server } = await withPerson(keeping);
    server.answers = [{ kind: "away", shut }, { kind: "gone" }];
    desk.act(acts.addPerson(desk.maker, { at: [1, 1] }));
    await settled();
    expect(desk.status).toBe(status);
    expect(desk.document.persons).toHaveLength(status === "away" ? 2 : 0);
    expect(desk.notices).toMatchObject([{ kind: status === "away" ? "lost" : "gone" }]);
    const sent = server.heard.length;
    desk.act(acts.addPerson(desk.maker, { at: [2, 2] }));
    desk.wake();
    await settled();
    expect(server.heard).toHaveLength(sent);
    expect(desk.document.persons).toHaveLength(status === "away" ? 3 : 0);
  }
});

test("a server that went back to an older state is the truth", async () => {
  const { desk, server, a } = await withPerson();
  const kept = acts.addPerson(other, { at: [8, 8], label: "Oncle" });
  server.answers = [{ kind: "stale", since: { after: 2, version: 1, complete: true, gestures: kept.gestures.slice(0, 1), texts: kept.texts } }];
  desk.act(acts.addPerson(desk.maker, { at: [1, 1] }));
  await settled();
  expect(desk.document.persons.map(({ id }) => id)).not.toContain(a);
  expect(desk.document.persons).toHaveLength(2);
  expect(server.heard.map(({ base }) => base)).toEqual([2, 1]);
});

test("a new keeping is heard; the stream's absence is said and ends", async () => {
  const { desk, server } = await withPerson("none");
  server.say({ kind: "keep", keep: "2027-01-01" });
  expect([desk.keeping, desk.status]).toEqual(["date", "saved"]);
  server.say({ kind: "away" });
  expect(desk.status).toBe("away");
  server.say({ kind: "back" });
  expect(desk.status).toBe("saved");
});

test("a closed desk holds and says nothing more", async () => {
  const { desk, server } = await withPerson();
  let told_ = 0;
  desk.subscribe(() => told_++);
  desk.close();
  server.say({ kind: "log", log: told(desk, acts.addPerson(other, { at: [1, 1] }).gestures) });
  expect(desk.log).toEqual([]);
  expect(told_).toBe(0);
});
