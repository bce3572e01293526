/** Every text of the page, in English: replay. */

export const replay = {} as const;
