/** The Réseau part: the mega-sociogenogram of the directory or of situations merged, with its tiles, filters and files. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { getMega, megaFile } from "../../api/questions";
import { Remote } from "../../api/remote";
import type { MegaOptions, SheetJson } from "../../api/types";
import { lang, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { Menu } from "../../parts/Menu";
import { Segmented } from "../../parts/Segmented";
import { SheetView } from "../../scene/SheetView";
import { PaletteChoice, PaperChoice, SettingsButton, SheetFiles } from "../situations/SheetSettings";
import { NetworkFilters } from "./NetworkFilters";
import { TileList, toggled, useTileTaps } from "./tiles";

const OF = ["directory", "situations"] as const;
const GROUPS = ["auto", "none", "sector", "place", "atlas"] as const;

const options = signal<MegaOptions>({
  palette: "wall",
  paper: "auto",
  plain: false,
  of: "directory",
  group: "auto",
  open: [],
  place: "",
  sector: "",
  period: "",
});
/** On a narrow window, where the drawing comes first; always on a wide one. */
const unfolded = signal(false);
const mega = new Remote<SheetJson>();

function load(): void {
  const settings = options.value;
  void mega.load((stop) => getMega(settings, stop));
}

function set(change: Partial<MegaOptions>): void {
  options.value = { ...options.value, ...change };
}

export function NetworkView() {
  const words = t();
  useEffect(load, [lang.value, options.value]);
  const asked = options.value;
  const toggle = (tile: string): void => set({ open: toggled(asked.open, tile) });
  const taps = useTileTaps(toggle);
  return (
    <div class="desk wide-desk">
      <header class="desk-head">
        <div class="desk-title">
          <h1>{words.network.title}</h1>
          <p class="quiet">{asked.of === "situations" ? words.network.merged : words.network.intro}</p>
        </div>
        <div class="actions">
          <SettingsButton open={unfolded} controls="network-settings" />
          <Menu label={words.sheet.export} icon="save">
            <SheetFiles drawn={mega} address={(kind) => megaFile(asked, kind)} />
          </Menu>
        </div>
        <div class={unfolded.value ? "settings" : "settings closed"} id="network-settings">
          <div class="settings" role="group" aria-label={words.sheet.settings}>
            <Segmented
              legend={words.network.of}
              value={asked.of}
              onChange={(of) => set({ of, open: [] })}
              choices={OF.map((one) => ({ value: one, label: words.network.ofChoices[one] }))}
            />
            {asked.of === "directory" && (
              <Segmented
                legend={words.network.group}
                value={asked.group}
                onChange={(group) => set({ group, open: [] })}
                choices={GROUPS.map((one) => ({ value: one, label: words.network.groups[one] }))}
              />
            )}
            <PaletteChoice value={asked.palette} onChange={(palette) => set({ palette })} />
            <PaperChoice value={asked.paper} onChange={(paper) => set({ paper })} />
          </div>
          <NetworkFilters value={asked} onChange={(change) => set({ ...change, open: [] })} />
        </div>
      </header>
      <figure class="desk-sheet">
        <Awaited of={mega} retry={load}>
          {(drawn) => (
            <>
              <TileList sheet={drawn} onToggle={toggle} />
              <div class="desk-drawing" data-from-server {...taps}>
                <SheetView sheet={drawn} />
              </div>
            </>
          )}
        </Awaited>
      </figure>
    </div>
  );
}
