/** The Réseau part: the mega-sociogenogram of the directory, with its pens, its paper and its files. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { getMega, megaFile } from "../../api/questions";
import { Remote } from "../../api/remote";
import type { SheetJson, SheetOptions } from "../../api/types";
import { lang, t } from "../../i18n";
import { Awaited } from "../../parts/Awaited";
import { Menu } from "../../parts/Menu";
import { SheetView } from "../../scene/SheetView";
import { PaletteChoice, PaperChoice, SheetFiles } from "../situations/SheetSettings";

const options = signal<SheetOptions>({ palette: "wall", paper: "auto", plain: false });
const mega = new Remote<SheetJson>();

function load(): void {
  const settings = options.value;
  void mega.load((stop) => getMega(settings, stop));
}

export function NetworkView() {
  const words = t();
  useEffect(load, [lang.value, options.value]);
  const set = (change: Partial<SheetOptions>): void => {
    options.value = { ...options.value, ...change };
  };
  return (
    <div class="desk wide-desk">
      <header class="desk-head">
        <div class="desk-title">
          <h1>{words.network.title}</h1>
          <p class="quiet">{words.network.intro}</p>
        </div>
        <div class="settings" role="group" aria-label={words.sheet.settings}>
          <PaletteChoice value={options.value.palette} onChange={(palette) => set({ palette })} />
          <PaperChoice value={options.value.paper} onChange={(paper) => set({ paper })} />
          <Menu label={words.sheet.export} icon="save">
            <SheetFiles address={(kind) => megaFile(options.value, kind)} />
          </Menu>
        </div>
      </header>
      <figure class="desk-sheet">
        <Awaited of={mega} retry={load}>
          {(drawn) => (
            <div class="desk-drawing" data-from-server>
              <SheetView sheet={drawn} />
            </div>
          )}
        </Awaited>
      </figure>
    </div>
  );
}
