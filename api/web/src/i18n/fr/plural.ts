/** Un ou plusieurs, en français : zéro et un sont au singulier. */
export const plural = (count: number, one: string, many: string): string => `${count} ${count > 1 ? many : one}`;
