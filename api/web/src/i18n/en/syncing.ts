/** Every text of the page, in English: syncing. */

export const syncing = {} as const;
