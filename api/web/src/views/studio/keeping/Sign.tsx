/** Large signs one can choose without reading: a picture, a few words under it, one short sentence. */
import { SignButton, SignPicture } from "../../../parts/SignButton";

const PICTURES = {
  nothing: "M9 6 H27 L39 18 V29 M9 6 V42 H20 M27 6 V18 H39 M24 36 L34 28 L43 38 L36 44 H28 Z M30 31 L39 41",
  tonight: "M6 6 H20 L28 14 V22 M6 6 V42 H20 M20 6 V14 H28 M43 36 A10.500 10.500 0 1 1 32 21.500 A8.500 8.500 0 0 0 43 36 Z",
  date: "M7 11 H41 V41 H7 Z M7 20 H41 M15 6 V14 M33 6 V14 M17 31 L22 36 L32 26",
  erase: "M9 34 L26 14 L40 26 L26 42 H16 Z M18 24 L32 36 M8 42 H42",
  print: "M14 18 V6 H34 V18 M8 18 H40 V34 H34 M14 34 H8 V18 M14 28 H34 V42 H14 Z",
  hand: "M6 34 C14 30 18 32 24 34 H32 C35 34 35 30 32 30 H26 M32 31 L41 26 C44 25 45 28 43 30 L32 39 C28 42 22 42 18 40 L6 42 M18 6 H30 V22 H18 Z M22 11 H26 M22 15 H26",
  keep: "M10 18 H38 V42 H10 Z M16 18 V13 A8 8 0 0 1 32 13 V18 M24 27 V33",
  leave: "M12 6 H36 V42 H12 Z M30 24 H31",
  yes: "M8 26 L19 37 L40 12",
  otherwise: "M38 14 A16 16 0 1 0 40 27 M38 4 V15 H27",
  remove: "M12 12 L36 36 M36 12 L12 36",
  veil: "M4 24 Q24 4 44 24 Q24 44 4 24 Z M24 18 A6 6 0 1 1 24 30 A6 6 0 1 1 24 18 Z M8 42 L40 6",
  eye: "M4 24 Q24 4 44 24 Q24 44 4 24 Z M24 17 A7 7 0 1 1 24 31 A7 7 0 1 1 24 17 Z",
  wall: "M5 8 H43 V32 H5 Z M24 32 V41 M15 41 H33",
  mirror: "M5 12 H31 V31 H5 Z M17 17 H43 V37 H17 Z",
  lock: "M11 22 H37 V42 H11 Z M16 22 V15 A8 8 0 0 1 32 15 V22 M24 30 V35",
  dots: "M10 10 L24 24 L38 24 L24 38 M38 10 H38.100 M10 24 H10.100 M10 38 H10.100 M38 38 H38.100 M24 10 H24.100",
  words: "M6 14 H42 M6 24 H42 M6 34 H28",
} as const;

export type PictureName = keyof typeof PICTURES;

export function Picture({ name }: { name: PictureName }) {
  return <SignPicture path={PICTURES[name]} />;
}

interface Props {
  picture: PictureName;
  label: string;
  says?: string;
  onChoose: () => void;
  autofocus?: boolean;
  pressed?: boolean;
  class?: string;
}

export function Sign({ picture, ...rest }: Props) {
  return <SignButton path={PICTURES[picture]} {...rest} />;
}
