/** Says a sentence aloud, when asked, with a voice of this very device; never where the page may be seen by others. */
import { lang, t } from "../../../i18n";
import { Round } from "../../../parts/Transport";
import { localVoice, sayAloud } from "../../situations/aloud";
import { veil } from "../state";

export function Aloud({ sentence }: { sentence: string }) {
  const voice = veil.value ? undefined : localVoice(lang.value);
  if (!voice || !sentence) return null;
  return <Round icon="speak" label={t().studio.replay.aloud} onClick={() => sayAloud(sentence, voice)} />;
}
