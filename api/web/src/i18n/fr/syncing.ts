/** Tous les textes du studio : syncing. */

export const syncing = {} as const;
