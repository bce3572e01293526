/** Every text of the page, in English: near. */

export const near = {} as const;
