/**
 * Where the studio is: on the laptop's page, alone in a file, or on a lent tablet. Panels that need what is not there
 * (a directory, a store, a projector) are not offered.
 */
import { signal } from "@preact/signals";

export type Surroundings = "laptop" | "file" | "tablet";

export const surroundings = signal<Surroundings>("laptop");
