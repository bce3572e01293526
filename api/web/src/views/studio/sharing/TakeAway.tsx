/** Below the studio's first page: copies that wait, and the studio in one file. */
import { BASE } from "../../../api/client";
import { t } from "../../../i18n";
import { FoundCopies } from "./Spare";

export function TakeAway() {
  const words = t().studio.sharing.file;
  return (
    <div class="column take-away">
      <FoundCopies />
      <p>
        <a class="button" href={`${BASE}/studio-file`} download>
          {words.download}
        </a>
      </p>
      <p class="quiet">{words.downloadHint}</p>
    </div>
  );
}
