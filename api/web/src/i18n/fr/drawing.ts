/** Tous les textes du studio : drawing. */

export const drawing = {} as const;
