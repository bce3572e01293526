/** Tous les textes du studio : l'annuaire à portée de main, et « qui peut aider ? » depuis la feuille. */

export const near = {
  matches: "Dans l'annuaire",
  matchesHint: "Touchez un nom pour que ce soit ce service. Sinon, vos mots restent tels quels.",
  none: "Rien de tel dans l'annuaire : vos mots restent tels quels.",
  became: (name: string) => `Service de l'annuaire : ${name}.`,
  ask: "Qui peut aider ?",
  intro: "Ce que vous demandez ici n'est écrit nulle part et s'oublie quand vous fermez. Ne décrivez personne : le besoin suffit.",
  fromSheet: "Services de la feuille",
  answer: "Réponse",
  way: {
    draw: "Dessiner ce chemin",
    hint: "Des flèches à pointe creuse : souhaitées, pas encore faites. « Défaire » les enlève ensemble.",
    drawn: (n: number) =>
      n > 1 ? `${n} flèches souhaitées sont sur la feuille, à pointe creuse.` : "Une flèche souhaitée est sur la feuille, à pointe creuse.",
    already: "Ce chemin est déjà sur la feuille.",
  },
} as const;
