/** The directory at hand, hooked into the studio: under the name of a service, and in the menu of a figure. */
import { t } from "../../../i18n";
import { becomeOrganisation } from "../../../studio/become";
import { kindOf } from "../../../studio/membership";
import { more } from "../actions";
import * as doing from "../doing";
import { beneath } from "../Naming";
import { announce, living } from "../state";
import { DirectoryMatches } from "./DirectoryMatches";
import { atHand, askFor } from "./state";

export { HelpPanel } from "./HelpPanel";

beneath.show = (id, words, done) => {
  const document = living.value;
  if (!atHand() || !document || kindOf(document, id) !== "institution") return null;
  const choose = (organisation: { id: string; name: string }): void => {
    const now = doing.open();
    if (!now) return;
    const at = now.scene.nodes.get(id)?.centre ?? null;
    done();
    const change = becomeOrganisation(now.desk.maker, now.document, { institution: id, organisation: organisation.id, at });
    if (!doing.act(change)) return;
    doing.select(organisation.id);
    announce(t().studio.near.became(organisation.name));
  };
  return <DirectoryMatches words={words} onChoose={choose} />;
};

more.push((id, kind) =>
  atHand() && (kind === "person" || kind === "professional")
    ? [{ key: "help", label: t().studio.near.ask, run: () => askFor(id) }]
    : [],
);
