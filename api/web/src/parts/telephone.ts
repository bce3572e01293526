/** A telephone number as it was written, and as a telephone dials it. */
export interface Telephone {
  said: string;
  href: string;
}

const FEWEST_FIGURES = 6;

/** The numbers that stand in a text, in its order: "+223 20 20 20 20 / 76..." holds two. What is no number is left out. */
export function telephones(text: string | null | undefined): Telephone[] {
  return (text ?? "")
    .split(/[/;,|]|\s(?:ou|or|et|and)\s/u)
    .map((part) => part.trim())
    .flatMap((said) => {
      const figures = said.replace(/\(0\)/g, "").replace(/[^\d+]/g, "").replace(/(?!^)\+/g, "");
      return figures.replace("+", "").length < FEWEST_FIGURES ? [] : [{ said, href: `tel:${figures}` }];
    });
}
