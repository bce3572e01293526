/** Codes and organisations one chooses from, asked once a language and shared by the views. */
import type { ProviderCard, Vocabulary } from "../api/types";
import { getProviders, getVocabulary } from "../api/questions";
import { Remote } from "../api/remote";

export const vocabulary = new Remote<Vocabulary>();
export const providers = new Remote<ProviderCard[]>();

export function loadVocabulary(): void {
  void vocabulary.load(getVocabulary);
  void providers.load(getProviders);
}
