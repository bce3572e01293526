/** Under the name of a service: those of the directory that the words may mean. Choosing none leaves the words as they are. */
import { useEffect, useRef } from "preact/hooks";

import { searchProviders } from "../../../api/questions";
import { Remote } from "../../../api/remote";
import type { Page, ProviderCard } from "../../../api/types";
import { t } from "../../../i18n";

const FEWEST = 2;
const SHOWN = 5;
/** Milliseconds without a key before the directory is asked. */
const REST = 250;

interface Props {
  words: string;
  onChoose: (organisation: ProviderCard) => void;
}

/** Always asked of the server and never of a list kept here: a row one may not see is missing in the same way as no row. */
export function DirectoryMatches({ words, onChoose }: Props) {
  const remote = useRef(new Remote<Page<ProviderCard>>());
  const typed = words.trim();
  useEffect(() => {
    if (typed.length < FEWEST) return remote.current.clear();
    const timer = setTimeout(() => void remote.current.load((stop) => searchProviders(queryOf(typed), stop)), REST);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => remote.current.clear(), []);
  const texts = t().studio.near;
  const known = remote.current.known.value;
  if (typed.length < FEWEST || known.state === "idle" || known.state === "failed") return null;
  const found = remote.current.value?.items.slice(0, SHOWN) ?? [];
  return (
    <div class="near-matches">
      <p class="quiet" role="status">
        {found.length > 0 ? texts.matchesHint : known.state === "ready" ? texts.none : ""}
      </p>
      <ul aria-label={texts.matches} data-from-server>
        {found.map((one) => (
          <li key={one.id}>
            <button type="button" class="near-match" onClick={() => onChoose(one)}>
              <bdi>{one.name}</bdi> {one.acronym && one.acronym !== one.name && <span class="quiet">{one.acronym}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function queryOf(text: string) {
  return { text, needs: [], groups: [], places: [], typologies: [], page: 1, size: SHOWN };
}
