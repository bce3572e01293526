/** Tous les textes du studio : keeping. */

export const keeping = {} as const;
