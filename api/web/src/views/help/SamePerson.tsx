/** Said while the next referral is for somebody already referred: a link without a name, which can be dropped. */
import { t } from "../../i18n";
import { continued } from "../follow/sending/state";

export function SamePerson() {
  const words = t().follow;
  const same = continued.value;
  if (!same) return null;
  return (
    <p class="mark same-person" role="status">
      <span>{words.againDone(same.reference)}</span>{" "}
      <button
        type="button"
        class="button plain"
        onClick={() => {
          continued.value = null;
        }}
      >
        {words.forget}
      </button>
    </p>
  );
}
