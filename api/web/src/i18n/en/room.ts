/** Every text of the page, in English: room. */

export const room = {} as const;
