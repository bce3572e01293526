/** Every text of the page, in English: keeping. */

export const keeping = {} as const;
