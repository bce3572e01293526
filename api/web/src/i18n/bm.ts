/**
 * Bamanankan: the slot of a third language, empty until somebody who speaks it fills it. Any text of fr.ts may stand
 * here under the same key; what is missing is said in French. Only a pack that holds words is offered.
 */
import type { Pack } from "./pack";

export const bm: Pack = {};
