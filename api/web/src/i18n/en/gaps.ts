/** Every text of "What is missing": the map of needs and places, what waits, who has no tie. */
import { plural } from "./plural";

export const gaps = {
  title: "What is missing",
  intro: "What the network does not have, or not yet. Nothing ranks or compares organisations.",
  page: "The page to print (PDF)",
  pageNote: "Made to be shown: no referral, nobody followed twice, no discreet organisation; 1 to 4 is “fewer than 5”.",
  tabs: { label: "What is missing", map: "Places", open: "Waiting", pairs: "No tie", doubles: "Doubles" },
  by: "Open by",
  bys: { need: "Need", place: "Place" },
  legend: "What the signs say",
  need: "Need",
  many: (n: number, what: string) => `${n} ${what}`,
  find: "Find who can help",
  directory: "See the directory",
  weeks: "Waiting for",
  weeksOf: (n: number) => `${n} wks`,
  referral: (weeks: number) => `Referral, ${weeks === 0 ? "this week" : `for ${plural(weeks, "week", "weeks")}`}`,
  askNext: "To ask next",
  again: "Look elsewhere, for the same person",
  organisation: "One organisation (else all)",
  organisationHint: "Begin to write its name or acronym",
  noPair: "No pair with this organisation.",
  adds: (name: string) => `${name} adds:`,
  card: (name: string) => `Record: ${name}`,
  more: "Show more",
  compare: (n: number) => `Referral ${n}`,
  cards: "The card with four words",
  cardsNote:
    "Nothing is compared between two organisations. The person carries a card with four words drawn by chance and shows it if she wants: two services then know that they speak of her, without her name. The words are kept nowhere.",
  cardsPage: "Eight cards to cut out (PDF)",
} as const;
