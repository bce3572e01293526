/** The wall: the whole of the second window. It asks nothing of the server and shows what it is given, large. */
import { useEffect, useRef, useState } from "preact/hooks";

import { speak, t } from "../../../i18n";
import { emphasise } from "../../../scene/emphasis";
import { printSheet } from "../../../scene/printer";
import { originOf, Wall, type Picture as Shown, type Post } from "../../../studio/projection";
import { Samples } from "../../pens/Samples";
import { Picture } from "../keeping/Sign";

export function WallView() {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    document.title = t().app.name;
    document.body.classList.add("on-wall");
    const wall = new Wall(
      globalThis.opener as Post | null,
      globalThis as unknown as Window,
      originOf(location),
      () => document.hasFocus(),
      (picture) => {
        // Without its words, the picture is still worth showing.
        if (picture) void speak(picture.lang).catch(() => undefined);
        setShown(picture);
      },
    );
    wall.begin();
    return () => wall.dispose();
  }, []);
  return <main class="wall">{shown ? <Scene picture={shown} /> : <Blank />}</main>;
}

function Blank() {
  return (
    <div class="wall-blank">
      <img src="./mark.svg" alt="" width="96" height="96" />
      <p class="visually-hidden">{t().studio.room.paused}</p>
    </div>
  );
}

function Scene({ picture }: { picture: Shown }) {
  const svg = useRef<SVGSVGElement>(null);
  const { sheet, view, step, sentence, signs, legend } = picture;
  useEffect(() => {
    if (!svg.current) return;
    printSheet(svg.current, sheet, "wall");
    emphasise(svg.current, step);
  }, [sheet, step]);
  return (
    <>
      <svg ref={svg} class="wall-sheet" viewBox={view.join(" ")} preserveAspectRatio="xMidYMid meet" />
      {legend && (
        <div class="sheet-legend">
          <Samples lines={legend.lines} palette={legend.inks} />
        </div>
      )}
      {sentence && (
        <p class="wall-sentence" lang={picture.lang} data-from-server>
          {sentence}
        </p>
      )}
      {signs === "read_back" && <ReadBackSigns />}
    </>
  );
}

function ReadBackSigns() {
  const words = t().studio.keeping.reading;
  return (
    <ul class="wall-signs">
      {(["yes", "otherwise", "remove"] as const).map((sign) => (
        <li key={sign}>
          <Picture name={sign} />
          <span>{words[sign]}</span>
        </li>
      ))}
    </ul>
  );
}
