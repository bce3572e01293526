/** Everything one can do with a thing of the sheet, by its kind: the same in its menu and in the sheet in words. */
import { t } from "../../i18n";
import * as acts from "../../gestures/acts";
import { PARTS } from "../../gestures/draft";
import { mayBeReferral } from "../../gestures/referral-mark";
import type { KinshipKind } from "../../model/gestures";
import type { Part, SituationDocument } from "../../model/situation";
import { kindOf, type Kind } from "../../studio/membership";
import * as doing from "./doing";
import { askWhere } from "./keying";
import * as state from "./state";

export interface Action {
  key: string;
  label: string;
  run: () => void;
  /** Something that is on or off, as it is now. */
  on?: boolean;
}

/** More of them, added by other parts of the studio ("enlever vraiment", "qui peut aider ?"). */
export const more: ((id: string, kind: Kind) => Action[])[] = [];

export function actionsFor(id: string): Action[] {
  const document = state.living.value;
  if (!document) return [];
  const kind = kindOf(document, id);
  const own = OF_KIND[kind]?.(id, document) ?? [];
  const { menu } = t().studio.drawing;
  const agreed = document.agreed.includes(id);
  const last: Action[] =
    kind === "organisation"
      ? []
      : [
          { key: "agree", label: menu.agreed, on: agreed, run: () => agree(id, !agreed) },
          { key: "remove", label: menu.remove, run: () => doing.remove(id) },
        ];
  return [...own, ...last, ...more.flatMap((make) => make(id, kind))];
}

type Actions = (id: string, document: SituationDocument) => Action[];

const OF_KIND: Partial<Record<Kind, Actions>> = {
  person: (id, document) => [
    naming(id),
    arrowFrom(id),
    ...ties(id),
    ...belonging(id, document, "belong"),
    ...marks(id, document),
    side(id, "working"),
  ],
  professional: (id, document) => [naming(id), arrowFrom(id), ...belonging(id, document, "work"), side(id, "living")],
  undecided: (id) => [side(id, "living"), side(id, "working"), naming(id)],
  household: (id, document) => [naming(id), arrowFrom(id), gather(id), ...belonging(id, document, "house")],
  institution: (id) => [naming(id), arrowFrom(id)],
  organisation: (id) => [arrowFrom(id)],
  arrow: (id, document) => arrow(id, document),
  link: (id, document) => kinship(id, document),
};

const words = () => t().studio.drawing.menu;

function naming(id: string): Action {
  return { key: "name", label: words().name, run: () => (state.naming.value = { id, focus: true }) };
}

function arrowFrom(id: string): Action {
  const run = (): void => {
    state.pending.value = { want: "arrow", from: id, again: false };
    state.announce(t().studio.drawing.pick.arrowTo(doing.nameOf(id)));
  };
  return { key: "arrow", label: words().arrow, run };
}

function ties(id: string): Action[] {
  const tie = (key: string, label: string, kind: KinshipKind): Action => ({
    key,
    label,
    run: () => {
      state.pending.value = { want: "link", kind, from: id, again: false };
      state.announce(t().studio.drawing.pick.linkTo(doing.nameOf(id)));
    },
  });
  const { couple, parent, siblings, foster, other, same } = words();
  return [
    tie("couple", couple, "couple"),
    tie("parent", parent, "filiation"),
    tie("siblings", siblings, "siblings"),
    tie("foster", foster, "foster"),
    tie("other", other, "other"),
    tie("same", same, "same_person"),
  ];
}

function belonging(id: string, document: SituationDocument, how: "belong" | "work" | "house"): Action[] {
  const now = doing.belongsTo(document, id);
  const ask: Action = { key: how, label: words()[how], run: () => askWhere(id) };
  if (now === null) return [ask];
  const leave: Action = { key: "leave", label: words().leave, run: () => void doing.settle(id, null, null) };
  const since: Action = { key: "since", label: words().since, run: () => (state.asking.value = { what: "date", id }) };
  return how === "belong" ? [ask, since, leave] : [ask, leave];
}

/** Nobody needs a home, and nobody must say. */
function marks(id: string, document: SituationDocument): Action[] {
  const mark = document.persons.find((one) => one.id === id)?.home_mark ?? null;
  const toggle = (key: string, label: string, value: "none" | "unsaid"): Action => ({
    key,
    label,
    on: mark === value,
    run: () => doing.change(id, { home_mark: mark === value ? null : value }),
  });
  if (doing.belongsTo(document, id) !== null) return [];
  return [toggle("noHome", words().noHome, "none"), toggle("unsaid", words().unsaid, "unsaid")];
}

function side(id: string, side: "living" | "working"): Action {
  return { key: side, label: words()[side], run: () => changeSide(id, side) };
}

/** With arrows at the figure, the pens that change are shown first (E07). */
function changeSide(id: string, side: "living" | "working"): void {
  const now = doing.open();
  if (!now) return;
  const touched = now.document.activations.some((one) => one.activator === id || one.activated === id);
  if (touched) state.asking.value = { what: "side", id, side };
  else doing.act(acts.changeSide(now.desk.maker, id, side));
}

function gather(id: string): Action {
  const run = (): void => {
    state.pending.value = { want: "gather", home: id };
    state.announce(t().studio.drawing.pick.home);
  };
  return { key: "gather", label: words().gather, run };
}

function agree(id: string, yes: boolean): void {
  const now = doing.open();
  if (now) doing.act(acts.agree(now.desk.maker, id, yes));
}

function arrow(id: string, document: SituationDocument): Action[] {
  const found = document.activations.find((one) => one.id === id);
  const status = found?.status;
  const set = (key: "active" | "wished" | "ended"): Action => ({
    key,
    label: words()[key],
    on: status === key,
    run: () => doing.change(id, { status: key }),
  });
  const end = (key: "head" | "tail"): Action => ({
    key,
    label: words()[key],
    run: () => {
      state.pending.value = { want: "redirect", arrow: id, end: key === "head" ? "activated" : "activator" };
      state.announce(t().studio.drawing.pick.redirect);
    },
  });
  return [
    { key: "name", label: words().caption, run: () => (state.naming.value = { id, focus: true }) },
    end("head"),
    end("tail"),
    { key: "turn", label: words().turn, run: () => turn(id) },
    set("active"),
    set("ended"),
    set("wished"),
    ...(found ? referral(found, document) : []),
  ];
}

/** Between two who work: this arrow is a referral, and counts as one. Without a month, its date is asked first. */
function referral(arrow: SituationDocument["activations"][number], document: SituationDocument): Action[] {
  const on = arrow.referral !== false;
  const may = (when: string | null): boolean => mayBeReferral({ ...arrow, when }, (end) => partOf(document, end), { has: () => true });
  if (!on && !may("2000-01")) return [];
  const run = (): void => {
    if (on) doing.change(arrow.id, { referral: null });
    else if (may(arrow.when)) doing.markReferral(arrow.id);
    else state.asking.value = { what: "referral", id: arrow.id };
  };
  return [{ key: "referral", label: words().referral, on, run }];
}

function turn(id: string): void {
  const now = doing.open();
  const arrow = now?.document.activations.find((one) => one.id === id);
  if (!now || !arrow) return;
  const { activator, activated } = arrow;
  if (doing.act(acts.redirect(now.desk.maker, { id, activator: activated, activated: activator }))) doing.tell(id);
}

function kinship(id: string, document: SituationDocument): Action[] {
  const line = document.kinships.find((one) => one.id === id);
  if (!line) return [];
  const { maker } = state.desk.value ?? {};
  const today = maker?.now().slice(0, 4) ?? null;
  const over = line.until !== null;
  return [{ key: "finished", label: over ? words().goesOn : words().finished, on: over, run: () => doing.change(id, { until: over ? null : today }) }];
}

function partOf(document: SituationDocument, id: string): Part | undefined {
  return PARTS.find((part) => document[part].some((one) => one.id === id));
}
