/** Every question the page asks, one function each. */
import { lang } from "../i18n";
import { address, ask, BASE } from "./client";
import type { Wishes } from "./making";
import type {
  Created,
  Findings,
  MegaOptions,
  Page,
  ProviderCard,
  ProviderDetail,
  ProviderQuery,
  SheetJson,
  SheetOptions,
  SituationList,
  Story,
  SuggestAnswer,
  SuggestQuery,
  Vocabulary,
} from "./types";
import type { PensDocument } from "./pens";

const part = encodeURIComponent;

export function getSituations(stop: AbortSignal): Promise<SituationList> {
  return ask(address("/situations", { lang: lang.value }), { signal: stop });
}

/** `keep` undefined = for good; the server judges the bytes of the file itself. */
export function postSituation(file: File, keep: string | undefined, wishes: Wishes): Promise<Created> {
  const call = wishes.callFor(`${file.name} ${file.size} ${file.lastModified} ${keep}`);
  return ask(address("/situations", { keep, lang: lang.value }), { method: "POST", raw: file, call });
}

export function deleteSituation(id: string): Promise<void> {
  return ask(address(`/situations/${part(id)}`, { lang: lang.value }), { method: "DELETE" });
}

function sheetQuery(options: SheetOptions): Record<string, string | undefined> {
  return {
    lang: lang.value,
    palette: options.palette,
    paper: options.paper,
    plain: options.plain ? "true" : undefined,
    until: options.until,
    symbols: options.symbols === "genogram" ? options.symbols : undefined,
  };
}

export function getSheet(id: string, options: SheetOptions, stop: AbortSignal): Promise<SheetJson> {
  return ask(address(`/situations/${part(id)}/sheet.json`, sheetQuery(options)), { signal: stop });
}

/** The address of a picture of the sheet, for a download link. */
export function sheetFile(id: string, options: SheetOptions, kind: "svg" | "pdf" | "png" | "pptx"): string {
  return `${BASE}${address(`/situations/${part(id)}/sheet.${kind}`, sheetQuery(options))}`;
}

export function ownFile(id: string): string {
  return `${BASE}/situations/${part(id)}/own.json`;
}

export function getStory(id: string, until: string | undefined, stop: AbortSignal): Promise<Story> {
  return ask(address(`/situations/${part(id)}/story`, { lang: lang.value, until }), { signal: stop });
}

export function getFindings(id: string, stop: AbortSignal): Promise<Findings> {
  return ask(address(`/situations/${part(id)}/findings`, { lang: lang.value }), { signal: stop });
}

export function getMega(options: MegaOptions, stop: AbortSignal): Promise<SheetJson> {
  return ask(megaAddress("json", options), { signal: stop });
}

export function megaFile(options: MegaOptions, kind: "svg" | "pdf" | "png"): string {
  return `${BASE}${megaAddress(kind, options)}`;
}

function megaAddress(kind: string, options: MegaOptions): string {
  const asked = address(`/mega.${kind}`, {
    ...sheetQuery(options),
    of: options.of,
    group: options.group,
    place: options.place || undefined,
    sector: options.sector || undefined,
    period: options.period || undefined,
  });
  return asked + options.open.map((tile) => `&open=${part(tile)}`).join("");
}

export function getVocabulary(stop: AbortSignal): Promise<Vocabulary> {
  return ask(address("/vocabulary", { lang: lang.value }), { signal: stop });
}

/** All organisations by pages of 200: the list one chooses one's own organisation from. */
export async function getProviders(stop: AbortSignal): Promise<ProviderCard[]> {
  const all: ProviderCard[] = [];
  for (let page = 1; ; page++) {
    const answer = await ask<Page<ProviderCard>>(address("/providers", { lang: lang.value, page, size: 200 }), { signal: stop });
    all.push(...answer.items);
    if (all.length >= answer.total || answer.items.length === 0) return all;
  }
}

export function searchProviders(query: ProviderQuery, stop: AbortSignal): Promise<Page<ProviderCard>> {
  return ask(address("/providers/search", { lang: lang.value }), { method: "POST", body: query, signal: stop });
}

export function getProvider(id: string, stop: AbortSignal): Promise<ProviderDetail> {
  return ask(address(`/providers/${part(id)}`, { lang: lang.value }), { signal: stop });
}

export function suggest(query: SuggestQuery, stop: AbortSignal): Promise<SuggestAnswer> {
  return ask(address("/referrals/suggest", { lang: lang.value }), { method: "POST", body: query, signal: stop });
}

export function getPens(stop: AbortSignal): Promise<PensDocument> {
  return ask(address("/pens", { lang: lang.value }), { signal: stop });
}
