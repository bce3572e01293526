// @vitest-environment node
/**
 * Many random sequences: SOCIOGRAM_GESTURE_SEQUENCES names a JSON Lines file made by
 * `python -m tools.gesture_sequences`; each line's digest, and that of each of its prefixes, must be found here too.
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

import { digest } from "../src/gestures/digest";
import { fold } from "../src/gestures/fold";
import type { AnyGesture } from "../src/model/gestures";

/** The id `tools/gesture_sequences.py` gives to every situation. */
const SITUATION = "random";

interface Sequence {
  gestures: AnyGesture[];
  texts: Record<string, { fr?: string; en?: string }>;
  digest: string;
  /** The digest after 0, 1, 2... gestures. */
  prefix_digests: string[];
}

const file = process.env["SOCIOGRAM_GESTURE_SEQUENCES"];

test.skipIf(!file)("every sequence gives the digests of Python", { timeout: 1_800_000 }, async () => {
  let count = 0;
  for await (const line of createInterface({ input: createReadStream(file ?? ""), crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    const { gestures, texts, digest: expected, prefix_digests: prefixes } = JSON.parse(line) as Sequence;
    expect(prefixes.length).toBe(gestures.length + 1);
    expect(await digest(fold(SITUATION, gestures, texts)), `sequence ${count}`).toBe(expected);
    for (const [length, prefix] of prefixes.entries()) {
      expect(await digest(fold(SITUATION, gestures.slice(0, length), texts)), `sequence ${count}, first ${length}`).toBe(prefix);
    }
    count++;
  }
  expect(count).toBeGreaterThan(0);
  console.log(`${count} sequences compared`);
});
