/** Reading aloud with a voice of this very device. A voice that asks a far server would send the story out: never used. */
import type { Lang } from "../../api/types";

export function localVoice(lang: Lang): SpeechSynthesisVoice | undefined {
  return globalThis.speechSynthesis?.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(lang));
}

export function sayAloud(text: string, voice: SpeechSynthesisVoice): void {
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  said.rate = 0.9;
  speechSynthesis.cancel();
  speechSynthesis.speak(said);
}
