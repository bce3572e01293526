/** All texts of the studio: the directory at hand, and "who can help?" asked from the sheet. */

export const near = {
  matches: "In the directory",
  matchesHint: "Touch a name to make it this service. Otherwise your words stay as they are.",
  none: "Nothing like it in the directory: your words stay as they are.",
  became: (name: string) => `Service of the directory: ${name}.`,
  ask: "Who can help?",
  intro: "What you ask here is written nowhere and is forgotten when you close. Describe nobody: the need is enough.",
  fromSheet: "Services of the sheet",
  answer: "Answer",
  way: {
    draw: "Draw this way",
    hint: "Arrows with a hollow head: wished for, not done yet. “Undo” takes them off together.",
    drawn: (n: number) =>
      n > 1 ? `${n} wished arrows are on the sheet, with hollow heads.` : "One wished arrow is on the sheet, with a hollow head.",
    already: "This way is already on the sheet.",
  },
} as const;
