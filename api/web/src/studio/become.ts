/** A building written by hand becomes a service of the directory: what names it follows, and it stays where it stands. */
import { change, join, placeOrganisation, redirect, remove, type Change, type Maker, type Point } from "../gestures/acts";
import type { SituationDocument } from "../model/situation";

/**
 * One change: undo brings the written building back. `at`: its place in mm. Who works or is housed there, and the arrows
 * that end there, go over to the organisation before the written building leaves.
 */
export function becomeOrganisation(
  m: Maker,
  document: SituationDocument,
  { institution, organisation, at }: { institution: string; organisation: string; at: Point | null },
): Change {
  const workers = document.professionals.filter((one) => one.organisation === institution);
  const homes = document.households.filter((one) => one.housed_by === institution);
  const arrows = document.activations.filter((one) => one.activator === institution || one.activated === institution);
  const placed = document.positions.some(([id]) => id === organisation);
  const followed = [
    ...workers.map(({ id }) => change(m, id, { organisation })),
    ...homes.map(({ id }) => change(m, id, { housed_by: organisation })),
    ...arrows.map(({ id, activator, activated }) =>
      redirect(m, {
        id,
        ...(activator === institution ? { activator: organisation } : {}),
        ...(activated === institution ? { activated: organisation } : {}),
      }),
    ),
    ...(at && !placed ? [placeOrganisation(m, { organisation, at })] : []),
    ...(document.institutions.some(({ id }) => id === institution) ? [remove(m, institution)] : []),
  ];
  return { ...join(...followed), known: [organisation] };
}
