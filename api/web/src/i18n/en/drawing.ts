/** Every text of the page, in English: drawing. */

export const drawing = {} as const;
