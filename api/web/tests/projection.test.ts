import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { originOf, Projector, Wall, type Ears, type Picture, type Post } from "../src/studio/projection";

const HOME = "http://127.0.0.1:8000";

/** A window of a test: what is posted to it is heard by its ears, from whoever holds it. */
class TestWindow implements Post, Ears {
  closed = false;
  readonly posted: unknown[] = [];
  peer: TestWindow | null = null;
  private readonly ears = new Set<(event: MessageEvent) => void>();

  postMessage(message: unknown, origin: string): void {
    if (origin !== HOME && origin !== "*") return;
    this.posted.push(message);
    this.hear(message, this.peer, HOME);
  }
  hear(data: unknown, source: unknown, origin: string): void {
    for (const one of this.ears) one({ data: structuredClone(data), source, origin } as MessageEvent);
  }
  addEventListener(_: "message", hear: (event: MessageEvent) => void): void {
    this.ears.add(hear);
  }
  removeEventListener(_: "message", hear: (event: MessageEvent) => void): void {
    this.ears.delete(hear);
  }
}

const picture = (title: string): Picture => ({
  lang: "fr",
  sheet: { width: 1, height: 1, lang: "fr", palette: "wall", title, desc: "", data: {}, items: [] },
  view: [0, 0, 1, 1],
  step: null,
  sentence: "",
  signs: "none",
  legend: null,
});

function room() {
  const studio = new TestWindow();
  const wall = new TestWindow();
  [studio.peer, wall.peer] = [wall, studio];
  const shown: (string | null)[] = [];
  const projector = new Projector(studio, HOME);
  const seen = new Wall(studio, wall, HOME, () => false, (one) => shown.push(one?.sheet.title ?? null));
  return { studio, wall, shown, projector, seen };
}

describe("the wall", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("shows what the studio shows, and nothing once it shows nothing", () => {
    const { wall, shown, projector, seen } = room();
    projector.take(wall);
    seen.begin();
    projector.show(picture("one"));
    projector.show(picture("two"));
    projector.show(null);
    expect(shown).toEqual([null, "one", "two", null]);
  });

  test("asks again and again, and is not sent the same picture twice", () => {
    const { wall, projector, seen } = room();
    projector.take(wall);
    projector.show(picture("one"));
    seen.begin();
    vi.advanceTimersByTime(10_000);
    const pictures = wall.posted.filter((one) => (one as { kind: string }).kind === "picture");
    expect(pictures.length).toBeLessThanOrEqual(2);
    expect(wall.posted.length).toBeGreaterThan(5);
  });

  test("goes blank when the studio does not answer any more, and comes back with it", () => {
    const { studio, wall, shown, projector, seen } = room();
    projector.take(wall);
    projector.show(picture("one"));
    seen.begin();
    projector.dispose();
    shown.length = 0;
    vi.advanceTimersByTime(10_000);
    expect(new Set(shown)).toEqual(new Set([null]));
    const later = new Projector(studio, HOME);
    later.show(picture("again"));
    vi.advanceTimersByTime(2_000);
    expect(shown.at(-1)).toBe("again");
    expect(later.open).toBe(true);
  });

  test("is blank at once when its opener is closed, or when there is none", () => {
    const { studio, wall, shown, projector, seen } = room();
    projector.take(wall);
    projector.show(picture("one"));
    seen.begin();
    studio.closed = true;
    vi.advanceTimersByTime(1_600);
    expect(shown.at(-1)).toBe(null);
    const alone: (Picture | null)[] = [];
    new Wall(null, wall, HOME, () => false, (one) => alone.push(one)).begin();
    expect(alone).toEqual([null]);
  });

  test("believes nobody but its opener", () => {
    const { wall, shown, seen } = room();
    seen.begin();
    shown.length = 0;
    wall.hear({ room: 1, kind: "picture", number: 9, picture: picture("stranger") }, new TestWindow(), HOME);
    wall.hear("no message of ours", wall.peer, HOME);
    wall.hear(null, wall.peer, HOME);
    expect(shown).toEqual([]);
  });
});

describe("the studio", () => {
  test("answers no window of another origin", () => {
    const { studio, projector } = room();
    const stranger = new TestWindow();
    projector.show(picture("one"));
    studio.hear({ room: 1, kind: "here", has: -1, focused: true }, stranger, "http://evil.example");
    expect(stranger.posted).toEqual([]);
    expect(projector.open).toBe(false);
  });

  test("knows for a moment that the wall has the focus", () => {
    const studio = new TestWindow();
    const wall = new TestWindow();
    const clock = { now: 0 };
    const projector = new Projector(studio, HOME, () => undefined, () => clock.now);
    projector.take(wall);
    studio.hear({ room: 1, kind: "here", has: -1, focused: true }, wall, HOME);
    expect(projector.focused).toBe(true);
    clock.now = 10_000;
    expect(projector.focused).toBe(false);
  });

  test("names every origin but that of a file, which has none", () => {
    expect(originOf({ origin: HOME })).toBe(HOME);
    expect(originOf({ origin: "null" })).toBe("*");
    expect(originOf({ origin: "file://" })).toBe("*");
  });
});
