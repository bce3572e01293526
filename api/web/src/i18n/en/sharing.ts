/** Every text of the page, in English: sharing. */

export const sharing = {} as const;
