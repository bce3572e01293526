/** Tous les textes du studio : replay. */

export const replay = {} as const;
