/** A dictionary is a tree of texts and of functions that make texts. */
export type Tree = { readonly [key: string]: string | ((...values: never[]) => string) | Tree };

/** The same tree with every text, made or given, passed through `change`. */
export function mapTexts<T extends Tree>(tree: T, change: (text: string) => string): T {
  const entries = Object.entries(tree).map(([key, value]) => {
    if (typeof value === "string") return [key, change(value)];
    if (typeof value === "function") {
      const make = value as (...values: unknown[]) => string;
      return [key, (...values: unknown[]) => change(make(...values))];
    }
    return [key, mapTexts(value, change)];
  });
  return Object.fromEntries(entries) as T;
}

/** French spacing: the signs that take a space before them never start a line, nor does the end of « restera-t-il ». */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ ([:;?!»])/g, "\u00a0$1")
    .replace(/« /g, "«\u00a0")
    .replace(/-t-(il|elle|on)\b/g, "\u2011t\u2011$1");
}

/** The pseudo-language of the tests: whatever is not between these brackets did not come from the dictionary. */
export function pseudo(text: string): string {
  return text === "" ? "" : `⟦${text}⟧`;
}
