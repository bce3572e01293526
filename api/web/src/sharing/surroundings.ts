/**
 * Where the studio is: on the laptop's page, alone in a file, or on a lent tablet. Panels that need what is not there
 * (a directory, a store, a projector) are not offered.
 */
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

export type Surroundings = "laptop" | "file" | "tablet";

export const surroundings = signal<Surroundings>("laptop");

/** What the studio's bar shows there; each page brings its own, so that none carries the others' code. */
export const ownBar: { of?: ComponentType } = {};
