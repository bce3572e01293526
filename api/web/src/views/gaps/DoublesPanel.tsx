/** Perhaps followed twice, inside one organisation only; and the card that speaks between two. */
import type { Gaps } from "../../api/gap-types";
import { fourWordCards } from "../../api/gaps";
import { said, t } from "../../i18n";
import { FromServer } from "../../parts/FromServer";
import { Icon } from "../../parts/Icon";
import { open } from "../follow/state";

export function DoublesPanel({ found }: { found: Gaps }) {
  const words = t().gaps;
  return (
    <>
      <section class="gap-doubles">
        <FromServer as="h2">{found.words["doubles"] ?? ""}</FromServer>
        <FromServer as="p" class="quiet">
          {found.words["doubles_note"] ?? ""}
        </FromServer>
        <ul class="cards">
          {found.doubles.map((one) => (
            <li key={one.referrals.join(" ")} class="card gap-need">
              <div data-from-server>
                <h3>{one.need_label}</h3>
                <p>{said(one.text)}</p>
              </div>
              <div class="actions">
                {one.referrals.map((id, at) => (
                  <button key={id} type="button" class="button" onClick={() => open(id)}>
                    {words.compare(at + 1)}
                  </button>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section class="gap-cards">
        <h2>{words.cards}</h2>
        <p>{words.cardsNote}</p>
        <a class="button" href={fourWordCards()} target="_blank" rel="noopener">
          <Icon name="print" /> <span>{words.cardsPage}</span>
        </a>
      </section>
    </>
  );
}
