/** What the page sends of a referral, where it is looked for, and what waits for the server. */
import { afterEach, describe, expect, test, vi } from "vitest";

import { away, event, flush, refusedLate, say, waiting } from "../src/views/follow/outbox";
import { quickAnswers } from "../src/views/follow/quick";
import { type Aim, begin, choices, choicesFor, choose, madeFrom, ways } from "../src/views/follow/sending/state";
import { filterOf } from "../src/views/follow/state";
import { written } from "../src/views/follow/tonight/state";

const AIM: Aim = {
  sender: "aracem",
  need: "hebergement",
  needLabel: "Hébergement",
  receiver: "hcme",
  receiverName: "HCME",
  service: "hcme--hebergement-1",
  groups: [],
  urgency: "tonight",
};
const PERSON = "0b0f1c52-7d1a-4f55-9d0c-333333333333";

describe("a referral", () => {
  test("keeps of an agreement its scope, its language and its month", () => {
    const made = madeFrom(AIM, { ...choicesFor("tonight"), agreed: true, language: "bm" }, "2026-11-22", null);
    expect(made.consent).toEqual({ scope: "need", language: "bm", month: "2026-11" });
    expect(made.priority).toBe("emergency");
    expect(made.receiver_text).toBeUndefined();
    expect(JSON.stringify(made)).not.toContain("2026-11-22");
  });

  test("holds no consent when none was given, and goes on paper or by itself", () => {
    begin(AIM);
    expect(ways.value).toEqual([]);
    choose({ agreed: false });
    expect(ways.value).toEqual(["slip", "other"]);
    expect(madeFrom(AIM, choices.value, "2026-11-22", null).consent).toBeNull();
  });

  test("names the same person, and a new one each time otherwise", () => {
    const same = madeFrom(AIM, choicesFor("normal"), "2026-11-22", { person: PERSON, reference: "0B0F 1C52" });
    const [one, two] = [1, 2].map(() => madeFrom(AIM, choicesFor("normal"), "2026-11-22", null).person);
    expect(same.person).toBe(PERSON);
    expect(one).not.toBe(two);
  });

  test("outside the directory names whom in words, and a country only as its code", () => {
    const { receiver: _, service: __, ...outside } = AIM;
    const abroad = madeFrom(outside, { ...choicesFor("normal"), country: " sn " }, "2026-11-22", null);
    expect([abroad.receiver, abroad.receiver_text, abroad.country]).toEqual([undefined, "HCME", "SN"]);
    const unclear = madeFrom(outside, { ...choicesFor("normal"), country: "Sénégal" }, "2026-11-22", null);
    expect(unclear.country).toBeUndefined();
  });

  test("is looked for where something is to be done", () => {
    expect(["sent", "declined", "no_answer"].map((state) => filterOf(state as "sent"))).toEqual(["awaited", "awaited", "awaited"]);
    expect([filterOf("in_service"), filterOf("consent_withdrawn")]).toEqual(["open", "closed"]);
    expect(quickAnswers("sent")[0]).toBe("accepted");
    expect(quickAnswers("completed")).toEqual([]);
  });
});

describe("what was said", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    waiting.value = [];
    away.value = false;
  });

  const server = (...statuses: number[]): string[] => {
    const heard: string[] = [];
    vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
      heard.push(body);
      return new Response("{}", { status: statuses.shift() ?? 200, headers: { "Content-Type": "application/json" } });
    });
    return heard;
  };

  test("is sent with an id of its own, and waits while nobody answers", async () => {
    const heard = server(503, 200);
    const accepted = event("accepted", PERSON, {}, new Date("2026-11-22T18:00:00Z"));
    expect(await say(accepted)).toBe(false);
    expect([waiting.value.length, away.value]).toEqual([1, true]);
    await flush();
    expect([waiting.value.length, away.value]).toEqual([0, false]);
    expect(heard[0]).toBe(heard[1]);
    expect(JSON.parse(heard[0] ?? "").events[0]).toMatchObject({ id: accepted.id, at: "2026-11-22T18:00:00Z" });
  });

  test("is told when it is refused, and holds nothing else up", async () => {
    const heard = server(503, 422, 200);
    await say(event("accepted", "one"));
    await expect(say(event("accepted", "two"))).resolves.toBe(true);
    expect(heard).toHaveLength(3);
    expect(refusedLate.value?.problem.status).toBe(422);
    expect(waiting.value).toEqual([]);
    server(422);
    await expect(say(event("accepted", "three"))).rejects.toThrow();
  });
});

test("the list of the night keeps what says something", () => {
  expect(written([{ label: " Garde ", phone: " ", hours: "20 h" }, { label: "  ", phone: "+223" }])).toEqual([{ label: "Garde", hours: "20 h" }]);
});
