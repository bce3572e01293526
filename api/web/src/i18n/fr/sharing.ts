/** Tous les textes du studio : sharing. */

export const sharing = {} as const;
