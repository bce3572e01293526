/** Codes and organisations one chooses from, asked once a language and shared by the views. */
import type { ProviderCard, Vocabulary } from "../api/types";
import { getProviders, getVocabulary } from "../api/questions";
import { Remote } from "../api/remote";
import type { Option } from "../parts/Combobox";

export const vocabulary = new Remote<Vocabulary>();
export const providers = new Remote<ProviderCard[]>();

export function loadVocabulary(): void {
  void vocabulary.load(getVocabulary);
  void providers.load(getProviders);
}

/** The organisations, to choose one by its letters; an acronym that only repeats the name is not said twice. */
export function providerOptions(): Option[] {
  return (providers.value ?? []).map(({ id, name, acronym }) => ({
    value: id,
    label: name,
    ...(acronym && acronym !== name ? { hint: acronym } : {}),
  }));
}
