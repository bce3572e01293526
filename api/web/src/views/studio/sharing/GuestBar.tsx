/** On a lent tablet: how long the sheet stays, and the way to give it back. */
import { t } from "../../../i18n";
import { guest, minutes } from "../../../sharing/guest";

export function GuestBar() {
  const words = t().studio.sharing;
  if (!guest.value) return null;
  return (
    <p class="file-state">
      {words.tablet.device(guest.value.number)}, {words.guest.left(minutes.value)}. {words.guest.lives}
    </p>
  );
}
