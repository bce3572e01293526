/** Tous les textes du studio : ce qui est enregistré, ce qui attend, ce que d'autres ont changé. */

export const syncing = {
  away: "Le réseau ne répond pas. Vous pouvez continuer.",
  waiting: (count: number) => (count === 1 ? "1 geste attend d’être envoyé." : `${count} gestes attendent d’être envoyés.`),
  retry: "Réessayer maintenant",
  dismiss: "J’ai vu",
  /** `what` : le nom de l'élément sur la feuille. */
  conflict: (what: string) => `Quelqu’un a changé ${what} entre-temps. Les deux gestes sont gardés ; le dernier se voit.`,
  conflictElsewhere: "Quelqu’un a changé la même chose entre-temps. Les deux gestes sont gardés ; le dernier se voit.",
  withdrawn: "Quelque chose a été enlevé vraiment, sur une autre page. Il n’en reste rien ici non plus.",
  lost: "Sociogram a redémarré et n’a plus cette feuille. Elle n’est plus que dans cette page : ne la fermez pas.",
  putBack: "Redonner la feuille à Sociogram",
  gone: {
    deleted: "Cette feuille a été effacée. Il n’en reste rien ici.",
    expired: "Le temps de cette feuille est fini : elle a été effacée. Il n’en reste rien ici.",
  },
  takenBack: "Ce geste a été repris :",
  /** Pourquoi un geste ne se dessine pas : une phrase par raison, sans reproche. */
  refused: {
    E02: "Un bout de la flèche ne touche personne. Choisissez une personne, un lieu de vie ou un service présent.",
    E03: "Une flèche va de l’un à l’autre. Choisissez deux bouts différents.",
    E04: "Cette personne se tient dans ce lieu. Dessinez la flèche entre deux personnes, ou vers un autre lieu.",
    E05: "Ce trait joint deux personnes de la famille. Pour un service, dessinez une flèche.",
    E06: "On ne sait pas encore de quel côté est cette figure. Choisissez d’abord : vit ici, ou travaille ici.",
    E07: "Changer de côté change le feutre de ses flèches. Regardez-les ensemble, puis confirmez.",
    E10: "Ces dates, ou cette filiation, ne vont pas ensemble. Vérifiez-les.",
    text_too_long: "Ce texte est trop long. Raccourcissez-le.",
    text_blank: "Ce texte ne montre rien. Écrivez un mot, ou laissez vide.",
    text_marks: "Une lettre porte trop de signes. Retapez ce texte.",
    text_bidi: "Ce texte contient un signe invisible. Retapez-le.",
    text_control: "Ce texte contient un signe invisible. Retapez-le.",
    text_not_clean: "Ce texte contient un signe invisible. Retapez-le.",
    text_taken: "Ce texte a déjà servi. Recommencez ce geste.",
    text_missing: "Ce texte n’est pas arrivé. Recommencez ce geste.",
    text_shared: "Ce texte est à quelqu’un d’autre. Recommencez ce geste.",
    text_unnamed: "Ce texte n’est à personne. Recommencez ce geste.",
    gesture_id_taken: "Ce geste a déjà été fait autrement. Recommencez-le.",
    duplicate_id: "Ceci est déjà sur la feuille.",
    referral_arrow:
      "Cette flèche ne peut pas être une orientation : il lui faut deux bouts qui travaillent, une date (un mois au moins), et ne pas être un souhait.",
    undo_of_another: "Ce geste est celui de quelqu’un d’autre : chacun défait les siens.",
    unknown_element: "Ceci n’est plus sur la feuille.",
    field_of_another_kind: "Ceci ne se note pas sur cet élément.",
    sheet_gone: "Cette feuille n’existe plus.",
    other: "Ce geste n’a pas pu être gardé.",
  },
} as const;
