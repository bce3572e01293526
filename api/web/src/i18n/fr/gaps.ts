/** Tous les textes de « Ce qui manque » : la carte des besoins et des lieux, ce qui attend, ceux qui ne se croisent pas. */
import { plural } from "./plural";

export const gaps = {
  title: "Ce qui manque",
  intro: "Ce que le réseau n'a pas, ou pas encore. Rien ne classe ni ne compare les organisations.",
  page: "La page à imprimer (PDF)",
  pageNote: "Faite pour être montrée : ni orientation, ni suivi double, ni organisation discrète ; de 1 à 4, « moins de 5 ».",
  tabs: { label: "Ce qui manque", map: "Lieux", open: "En attente", pairs: "Sans lien", doubles: "Doubles" },
  by: "Ouvrir par",
  bys: { need: "Besoin", place: "Lieu" },
  legend: "Ce que disent les signes",
  need: "Besoin",
  many: (n: number, what: string) => `${n} ${what}`,
  find: "Chercher qui peut aider",
  directory: "Voir l'annuaire",
  weeks: "Qui attend depuis",
  weeksOf: (n: number) => `${n} sem.`,
  referral: (weeks: number) => `Orientation, ${weeks === 0 ? "cette semaine" : `depuis ${plural(weeks, "semaine", "semaines")}`}`,
  askNext: "À demander ensuite",
  again: "Chercher ailleurs, pour la même personne",
  organisation: "Une organisation (sinon toutes)",
  organisationHint: "Commencez à écrire le nom ou le sigle",
  noPair: "Aucune paire avec cette organisation.",
  adds: (name: string) => `${name} apporte :`,
  card: (name: string) => `Fiche : ${name}`,
  more: "Voir la suite",
  compare: (n: number) => `Orientation ${n}`,
  cards: "La carte à quatre mots",
  cardsNote:
    "Entre deux organisations, rien n'est comparé. La personne porte une carte de quatre mots tirés au sort et la montre si elle veut : deux services savent alors qu'ils parlent d'elle, sans son nom. Les mots ne sont gardés nulle part.",
  cardsPage: "Huit cartes à découper (PDF)",
} as const;
