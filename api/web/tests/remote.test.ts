import { describe, expect, test } from "vitest";

import { address, Refusal } from "../src/api/client";
import { Remote } from "../src/api/remote";

const refusal = new Refusal({ type: "about:blank", title: "non", status: 404 }, true);

describe("something asked from the server", () => {
  test("is loading, then ready; the former value stays in sight meanwhile", async () => {
    const remote = new Remote<number>();
    await remote.load(async () => 1);
    expect(remote.known.value).toEqual({ state: "ready", value: 1 });
    const second = remote.load(async () => 2);
    expect(remote.value).toBe(1);
    await second;
    expect(remote.value).toBe(2);
  });

  test("forgets the answer to an earlier question that comes late", async () => {
    const remote = new Remote<string>();
    let late = (_: string): void => undefined;
    const first = remote.load(() => new Promise<string>((resolve) => (late = resolve)));
    await remote.load(async () => "new");
    late("old");
    await first;
    expect(remote.value).toBe("new");
  });

  test("keeps the refusal for the view to show", async () => {
    const remote = new Remote<string>();
    await remote.load(() => Promise.reject(refusal));
    expect(remote.known.value).toEqual({ state: "failed", refusal });
  });

  test("does not swallow faults of our own", async () => {
    await expect(new Remote<string>().load(() => Promise.reject(new TypeError("ours")))).rejects.toThrow("ours");
  });
});

test("an address leaves out what is not set and escapes what is", () => {
  expect(address("/mega.json", { lang: "fr", paper: undefined, until: "", plain: true })).toBe("/mega.json?lang=fr&plain=true");
});
