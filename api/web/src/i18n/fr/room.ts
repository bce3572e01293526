/** Tous les textes du studio : room. */

export const room = {} as const;
