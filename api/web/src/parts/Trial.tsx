/** On every page, at the top: this is a version to try, for fictional situations. */
import { t } from "../i18n";

export function Trial() {
  return (
    <p class="banner" role="note">
      {t().app.trial}
    </p>
  );
}
