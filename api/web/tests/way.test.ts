// @vitest-environment node
/** A way to a service drawn as wished arrows, and a written building that becomes a service of the directory. */
import { describe, expect, test } from "vitest";

import * as acts from "../src/gestures/acts";
import { brokenRules } from "../src/gestures/rules";
import { overlaps } from "../src/geometry/box";
import type { SituationDocument } from "../src/model/situation";
import type { Scene } from "../src/scene/scene";
import { becomeOrganisation } from "../src/studio/become";
import { soloDesk, type Desk } from "../src/studio/desk";
import { drawWay, missingArrows, organisationsOn, originFor, placed, placesAlong } from "../src/studio/way";

const ORGANISATIONS = ["aracem", "atc", "mdm", "clinic"];

function sheet(): Desk {
  const desk = soloDesk({ id: "s", lang: "fr", keeping: "none" });
  desk.know(ORGANISATIONS);
  return desk;
}

/** Do it, and return the id of what was made. */
function done(desk: Desk, made: acts.Made): string {
  expect(desk.act(made)).toBeNull();
  return made.id;
}

const pairs = (document: SituationDocument) => document.activations.map(({ activator, activated, status }) => [activator, activated, status]);
const known = { has: (id: string) => ORGANISATIONS.includes(id) };

describe("a way to a service", () => {
  test("runs from the person over the service they turn to, to the one that may help; all wished", () => {
    const desk = sheet();
    const person = done(desk, acts.addPerson(desk.maker, { at: [50, 50], label: "Awa" }));
    const way = ["aracem", "atc", "clinic"];
    expect(desk.act(drawWay(desk.maker, missingArrows(desk.document, person, way), way))).toBeNull();
    expect(pairs(desk.document)).toEqual([
      [person, "aracem", "wished"],
      ["aracem", "atc", "wished"],
      ["atc", "clinic", "wished"],
    ]);
    expect(desk.document.activations.every(({ label, source, when, referral }) => !label && !source && !when && !referral)).toBe(true);
  });

  test("is one act: undo takes it off whole, redo brings it back whole", () => {
    const desk = sheet();
    const person = done(desk, acts.addPerson(desk.maker, { at: [50, 50] }));
    const before = desk.document;
    const way = ["aracem", "atc"];
    const drawn = drawWay(desk.maker, missingArrows(desk.document, person, way), way);
    expect(desk.act(placed(desk.maker, drawn, { aracem: [100, 50], atc: [150, 50] }))).toBeNull();
    const after = desk.document;
    expect(after.positions).toHaveLength(3);
    desk.undo();
    expect(desk.document).toEqual(before);
    desk.redo();
    expect(desk.document).toEqual(after);
  });

  test("draws nothing twice: neither to the building nor to somebody who works in it", () => {
    const desk = sheet();
    const person = done(desk, acts.addPerson(desk.maker, { at: [50, 50] }));
    const worker = done(desk, acts.addProfessional(desk.maker, { at: [90, 50], organisation: "aracem" }));
    done(desk, acts.drawArrow(desk.maker, { activator: person, activated: worker }));
    expect(missingArrows(desk.document, person, ["aracem", "atc"])).toEqual([{ activator: "aracem", activated: "atc" }]);
    const drawn = done(desk, acts.drawArrow(desk.maker, { activator: worker, activated: "atc" }));
    expect(missingArrows(desk.document, person, ["aracem", "atc"])).toEqual([]);
    expect(desk.act(acts.change(desk.maker, drawn, { status: "ended" }))).toBeNull();
    expect(missingArrows(desk.document, person, ["aracem", "atc"])).toHaveLength(1);
  });

  test("does not let somebody who works there ask their own service", () => {
    const desk = sheet();
    const worker = done(desk, acts.addProfessional(desk.maker, { at: [90, 50], organisation: "aracem" }));
    expect(missingArrows(desk.document, worker, ["aracem", "atc"])).toEqual([{ activator: "aracem", activated: "atc" }]);
    expect(missingArrows(desk.document, worker, ["aracem"])).toEqual([]);
  });

  test("starts at the service one works in, else at the one last turned to", () => {
    const desk = sheet();
    const person = done(desk, acts.addPerson(desk.maker, { at: [50, 50] }));
    expect(originFor(desk.document, person)).toBeNull();
    const worker = done(desk, acts.addProfessional(desk.maker, { at: [90, 50], organisation: "mdm" }));
    done(desk, acts.drawArrow(desk.maker, { activator: person, activated: "atc" }));
    expect(originFor(desk.document, person)).toBe("atc");
    done(desk, acts.drawArrow(desk.maker, { activator: worker, activated: person }));
    expect(originFor(desk.document, person)).toBe("mdm");
    expect(originFor(desk.document, worker)).toBe("mdm");
    expect(organisationsOn(desk.document)).toEqual(["mdm", "atc"]);
  });

  test("puts its buildings in free places near the stop before, and moves nobody", () => {
    const box = (x: number, y: number) => ({ x, y, w: 30, h: 20 });
    const scene = {
      area: { x: 0, y: 0, w: 297, h: 210 },
      nodes: new Map([
        ["aracem", { id: "aracem", box: box(20, 20) }],
        ["p", { id: "p", box: box(80, 20) }],
        ["atc", { id: "atc", box: box(20, 20) }],
        ["clinic", { id: "clinic", box: box(20, 20) }],
      ]),
      placed: { atc: [0, 0], clinic: [0, 0] },
    } as unknown as Scene;
    const places = placesAlong(scene, ["p", "aracem", "atc", "clinic"]);
    expect(Object.keys(places)).toEqual(["atc", "clinic"]);
    const boxes = [box(20, 20), box(80, 20), ...Object.values(places).map(([x, y]) => box(x - 15, y - 10))];
    boxes.forEach((one, i) => boxes.slice(i + 1).forEach((other) => expect(overlaps(one, other, 7)).toBe(false)));
  });
});

describe("a written building that becomes a service of the directory", () => {
  test("stays where it stands; who works there, who is housed there and all arrows follow", () => {
    const desk = sheet();
    const building = done(desk, acts.addInstitution(desk.maker, { at: [60, 60], label: "le centre" }));
    const worker = done(desk, acts.addProfessional(desk.maker, { at: [60, 62], organisation: building }));
    const home = done(desk, acts.addHousehold(desk.maker, { at: [70, 62], housedBy: building }));
    const person = done(desk, acts.addPerson(desk.maker, { at: [120, 60], household: home }));
    done(desk, acts.drawArrow(desk.maker, { activator: person, activated: building }));
    done(desk, acts.drawArrow(desk.maker, { activator: building, activated: person }));
    const before = desk.document;
    const change = becomeOrganisation(desk.maker, desk.document, { institution: building, organisation: "aracem", at: [60, 60] });
    expect(desk.act(change)).toBeNull();
    const after = desk.document;
    expect(after.institutions).toEqual([]);
    expect(after.professionals.find(({ id }) => id === worker)?.organisation).toBe("aracem");
    expect(after.households.find(({ id }) => id === home)?.housed_by).toBe("aracem");
    expect(pairs(after)).toEqual([
      [person, "aracem", "active"],
      ["aracem", person, "active"],
    ]);
    expect(after.positions).toContainEqual(["aracem", 6000, 6000]);
    expect(brokenRules(after, known)).toEqual([]);
    desk.undo();
    expect(desk.document).toEqual(before);
  });

  test("stands on the sheet before anything names it", () => {
    const desk = sheet();
    const building = done(desk, acts.addInstitution(desk.maker, { at: [60, 60] }));
    expect(desk.act(becomeOrganisation(desk.maker, desk.document, { institution: building, organisation: "atc", at: [60, 60] }))).toBeNull();
    expect(desk.document.institutions).toEqual([]);
    expect(desk.journal.waiting()).toEqual([["atc", 6000, 6000]]);
  });
});
