/** How the sheet is drawn, and how it leaves the page: pens, paper, date, files, projection. */
import { type Signal, signal } from "@preact/signals";

import { ownFile, sheetFile } from "../../api/questions";
import type { Remote } from "../../api/remote";
import type { PaletteName, Paper, SheetJson, SymbolSet } from "../../api/types";
import { lang, said, t } from "../../i18n";
import { Icon } from "../../parts/Icon";
import { Menu } from "../../parts/Menu";
import { Segmented } from "../../parts/Segmented";
import { dateInWords } from "../../parts/words";
import { options, presenting, set, sheet, step, story, withoutDate } from "./state";

const PALETTES = ["wall", "notebook", "mono"] as const;
const SYMBOLS = ["figures", "genogram"] as const;
const PAPERS = ["auto", "A5", "A4", "A3", "A2", "A1", "A0"] as const;

/** Open or not on a narrow window, where the sheet comes first; always open on a wide one. */
const open = signal(false);

export function SheetSettings({ id }: { id: string }) {
  const words = t().sheet;
  return (
    <>
      <div class="actions">
        <SettingsButton open={open} controls="sheet-settings" />
        <Menu label={words.export} icon="save">
          <SheetFiles drawn={sheet} address={(kind) => sheetFile(id, options.value, kind)} />
          <li>
            <a href={sheetFile(id, options.value, "pptx")} download="">
              {words.exportSlide}
            </a>
          </li>
          <li>
            <a href={ownFile(id)} download="">
              {words.exportOwn}
            </a>
          </li>
          <li class="menu-note">{words.exportNote}</li>
        </Menu>
        <button type="button" class="button" onClick={() => (presenting.value = true)}>
          <Icon name="present" /> <span>{words.present}</span>
        </button>
      </div>
      <div class={open.value ? "settings" : "settings closed"} id="sheet-settings" role="group" aria-label={words.settings}>
        <PaletteChoice value={options.value.palette} onChange={(palette) => set({ palette })} />
        <label class="switch" title={words.plainHint}>
          <input
            type="checkbox"
            checked={options.value.plain}
            onChange={(event) => set({ plain: event.currentTarget.checked })}
          />
          <span>{words.plain}</span>
        </label>
        <PaperChoice value={options.value.paper} onChange={(paper) => set({ paper })} />
        <SymbolChoice value={options.value.symbols ?? "figures"} onChange={(symbols) => set({ symbols })} />
        <DateSlider />
      </div>
    </>
  );
}

/** Only on a narrow window: unfolds the settings, of which it says the id. */
export function SettingsButton({ open, controls }: { open: Signal<boolean>; controls: string }) {
  return (
    <button
      type="button"
      class="button settings-button"
      aria-expanded={open.value}
      aria-controls={controls}
      onClick={() => (open.value = !open.value)}
    >
      {t().sheet.settingsShort}
    </button>
  );
}

export function PaletteChoice({ value, onChange }: { value: PaletteName; onChange: (value: PaletteName) => void }) {
  const words = t().sheet;
  return (
    <Segmented
      legend={words.palette}
      value={value}
      onChange={onChange}
      choices={PALETTES.map((one) => ({ value: one, label: words.palettes[one] }))}
    />
  );
}

export function PaperChoice({ value, onChange }: { value: Paper; onChange: (value: Paper) => void }) {
  const words = t().sheet;
  return (
    <label class="inline-field">
      <span>{words.paper}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as Paper)}>
        {PAPERS.map((paper) => (
          <option key={paper} value={paper}>
            {paper === "auto" ? words.paperAuto : paper}
          </option>
        ))}
      </select>
    </label>
  );
}

function SymbolChoice({ value, onChange }: { value: SymbolSet; onChange: (value: SymbolSet) => void }) {
  const words = t().sheet;
  return (
    <label class="inline-field" title={words.symbolsHint}>
      <span>{words.symbols}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as SymbolSet)}>
        {SYMBOLS.map((one) => (
          <option key={one} value={one}>
            {words.symbolSets[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface Files {
  /** The sheet on the page: its size on paper is said before it is printed. */
  drawn: Remote<SheetJson>;
  address: (kind: "svg" | "pdf" | "png") => string;
}

export function SheetFiles({ drawn, address }: Files) {
  const words = t().sheet;
  const printed = drawn.value?.printed;
  const kinds = [
    ["pdf", words.exportPdf],
    ["svg", words.exportSvg],
    ["png", words.exportPng],
  ] as const;
  return (
    <>
      {printed && (
        <li class="menu-note" data-from-server>
          {said(printed)}
        </li>
      )}
      {kinds.map(([kind, label]) => (
        <li key={kind}>
          <a href={address(kind)} download="">
            {label}
          </a>
        </li>
      ))}
    </>
  );
}

/** The sheet as it stood at a date: one stop for each date of the situation, the last one for all. */
function DateSlider() {
  const words = t().sheet;
  const dates = story.value?.dates ?? [];
  if (dates.length < 2) return null;
  const until = options.value.until;
  const at = until === undefined ? dates.length : dates.indexOf(until);
  const said = until === undefined ? words.untilAll : dateInWords(until, lang.value);
  const move = (index: number): void => {
    const date = dates[index];
    step.value = null;
    options.value = { ...withoutDate(options.value), ...(date === undefined ? {} : { until: date }) };
  };
  return (
    <label class="slider">
      <span>
        {words.until} <output>{said}</output>
      </span>
      <input
        type="range"
        min={0}
        max={dates.length}
        value={at < 0 ? dates.length : at}
        aria-valuetext={said}
        onChange={(event) => move(Number(event.currentTarget.value))}
      />
    </label>
  );
}
