/** What happens to the situation in sight, on another page or by another hand, is seen here too; nothing old is held. */
import { lang } from "../../i18n";
import { ServerChannel } from "../../sync/server";
import type { News } from "../../sync/channel";
import { choose, chosen, findings, list, loadList, loadSheet, sheet, story } from "./state";

/** Milliseconds between two drawings of a sheet on which somebody else is drawing. */
const CALM = 3000;

/** Follow the situation in sight; the returned function ends it. */
export function follow(): () => void {
  const id = chosen.value;
  if (id === null) return () => undefined;
  const channel = new ServerChannel(id, lang.peek());
  let version = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = (news: News): void => {
    if (news.kind === "gone") {
      choose(null);
      loadList();
    }
    if (news.kind !== "log") return;
    const first = version < 0;
    version = news.log.version;
    if (first) return;
    if (news.log.complete) for (const drawn of [sheet, story, findings]) drawn.clear();
    clearTimeout(timer);
    timer = setTimeout(loadSheet, news.log.complete ? 0 : CALM);
  };
  const stop = channel.listen(hear, () => ({ version: Math.max(version, 0), last: "" }));
  return () => {
    clearTimeout(timer);
    stop();
    channel.close();
  };
}

/** Another part of the page is looked at: no drawing and no name stays behind. */
export function putAway(): void {
  for (const drawn of [sheet, story, findings, list]) drawn.clear();
}
