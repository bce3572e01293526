/** What one does with a suggestion: refer there, or look at its entry in the directory. */
import type { Suggestion } from "../../api/types";
import { vocabulary } from "../../app/vocabulary";
import { t } from "../../i18n";
import { Icon } from "../../parts/Icon";
import { open } from "../directory/state";
import { begin } from "../follow/sending/state";
import { AfterCall } from "./AfterCall";
import type { Ask } from "./inquiry";

export function Refer({ suggestion, asked }: { suggestion: Suggestion; asked: Ask }) {
  const { origin, places, groups, urgency } = asked;
  const refer = (): void => {
    if (!origin) return;
    const needLabel = vocabulary.value?.needs.find((one) => one.code === suggestion.need)?.label ?? suggestion.need;
    begin({
      sender: origin.value,
      need: suggestion.need,
      needLabel,
      receiver: suggestion.provider,
      receiverName: suggestion.path.at(-1)?.short_name || suggestion.provider_name,
      service: suggestion.service,
      groups,
      urgency,
      ...(places[0] ? { place: places[0].value } : {}),
    });
  };
  return (
    <>
      <div class="suggestion-actions">
        <button type="button" class="button strong" onClick={refer}>
          <Icon name="next" /> <span>{t().follow.sending.refer}</span>
        </button>
        <button type="button" class="button plain" onClick={() => open(suggestion.provider)}>
          {t().help.details}
        </button>
      </div>
      <AfterCall service={suggestion.service} />
    </>
  );
}
