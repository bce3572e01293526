/** Tous les textes du studio : near. */

export const near = {} as const;
