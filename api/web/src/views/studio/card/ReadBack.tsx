/** Reading back, one arrow at a time: its sentence large, and three large signs. A voice only when it is asked for. */
import { useEffect, useState } from "preact/hooks";

import { said, t } from "../../../i18n";
import { Icon } from "../../../parts/Icon";
import { PenBadge } from "../../../parts/PenBadge";
import * as doing from "../doing";
import { Sign } from "../keeping/Sign";
import { askWithdraw } from "../keeping/state";
import { Aloud } from "../replay/Aloud";
import { projectedHere } from "../room/state";
import { ArrowWords } from "../Sayings";
import { living, palette, pane } from "../state";
import { Otherwise } from "./Otherwise";
import { agreedCount, arrows, current, endReading, reading, sayYes, turn } from "./state";

export function ReadBack() {
  const words = t().studio.keeping.reading;
  const arrow = current.value;
  const [changing, setChanging] = useState<string | null>(null);
  const [taking, setTaking] = useState<string | null>(null);
  const all = arrows.value.length;
  useSightOfAll();
  if (!arrow) return <p class="quiet">{words.none}</p>;
  const agreed = living.value?.agreed.includes(arrow.id) ?? false;
  return (
    <div class="read-back">
      {!projectedHere.value && (
        <p class="quiet">
          {words.progress((reading.value ?? 0) + 1, all)} · {words.agreed(agreedCount.value, all)}
        </p>
      )}
      <div class="read-sentence" aria-live="polite">
        <PenBadge pen={arrow.pen} number={arrow.number} palette={palette.value} />
        <p data-from-server>
          {said(arrow.sentence)}
          {arrow.words && <ArrowWords words={arrow.words} />}
        </p>
      </div>
      {agreed && (
        <p class="read-agreed">
          <Icon name="check" /> {words.said}
        </p>
      )}
      {changing === arrow.id ? (
        <Otherwise arrow={arrow} onEnd={() => setChanging(null)} />
      ) : taking === arrow.id ? (
        <TakeAway id={arrow.id} sentence={arrow.sentence} onEnd={() => setTaking(null)} />
      ) : (
        <div class="signs three">
          <Sign picture="yes" label={words.yes} onChoose={sayYes} />
          <Sign picture="otherwise" label={words.otherwise} onChoose={() => setChanging(arrow.id)} />
          <Sign picture="remove" label={words.remove} onChoose={() => setTaking(arrow.id)} />
        </div>
      )}
      <Turns sentence={arrow.sentence} last={all - 1} />
    </div>
  );
}

/** On a narrow screen the paper changes its size when the reading begins: let all of it be seen once. */
function useSightOfAll(): void {
  useEffect(() => {
    const timer = setTimeout(() => pane.peek()?.fit(), 60);
    return () => clearTimeout(timer);
  }, []);
}

function Turns({ sentence, last }: { sentence: string; last: number }) {
  const words = t().studio.keeping.reading;
  const now = reading.value ?? 0;
  return (
    <div class="session-turn">
      <button type="button" class="round" aria-label={words.previous} disabled={now === 0} onClick={() => turn(-1)}>
        <Icon name="previous" />
      </button>
      <Aloud sentence={sentence} />
      <button type="button" class="button plain" onClick={endReading}>
        {words.end}
      </button>
      <button type="button" class="round" aria-label={words.next} disabled={now === last} onClick={() => turn(1)}>
        <Icon name="next" />
      </button>
    </div>
  );
}

/** Off the sheet, or off it for good: two different things, said in few words. */
function TakeAway({ id, sentence, onEnd }: { id: string; sentence: string; onEnd: () => void }) {
  const words = t().studio.keeping.reading;
  const off = (): void => {
    onEnd();
    doing.remove(id);
  };
  const really = (): void => {
    onEnd();
    askWithdraw(id, sentence);
  };
  return (
    <div class="read-change">
      <h3>{words.take.title}</h3>
      <div class="signs">
        <Sign picture="remove" label={words.take.off} says={words.take.offSays} onChoose={off} />
        <Sign picture="erase" label={words.take.really} says={words.take.reallySays} onChoose={really} />
      </div>
      <button type="button" class="button plain" onClick={onEnd}>
        {words.change.cancel}
      </button>
    </div>
  );
}
