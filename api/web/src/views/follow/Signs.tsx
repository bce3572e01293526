/** Large signs of the loop, to choose without reading: why a service said no, and what became of the person. */
import { SignButton } from "../../parts/SignButton";

/** Drawn in a square of 48: one for each code of `declined` and of the outcome. */
const PICTURES: Record<string, string> = {
  no_capacity: "M6 38 V14 M6 30 H42 V38 M42 30 Q42 22 34 22 H18 V30 M12 22 A4 4 0 1 0 12.100 22 M30 8 L40 18 M40 8 L30 18",
  not_eligible: "M10 6 H38 V42 H10 Z M16 15 H32 M16 23 H26 M28 29 L38 39 M38 29 L28 39",
  out_of_area: "M24 42 Q10 26 10 18 A14 14 0 0 1 38 18 Q38 26 24 42 Z M18 12 L30 24 M30 12 L18 24",
  missing_document: "M12 6 H28 L38 16 V42 H12 Z M28 6 V16 H38 M21 24 A4 4 0 1 1 26 28 Q25 29 25 32 M25 37 V37.100",
  could_not_contact: "M12 8 H18 L22 17 L17 20 Q20 28 28 31 L31 26 L40 30 V36 Q40 40 36 40 Q8 38 8 12 Q8 8 12 8 Z M30 6 L42 18 M42 6 L30 18",
  person_declined: "M24 6 A6 6 0 1 1 23.900 6 M10 42 V34 Q10 24 24 24 Q38 24 38 34 V42 M17 33 H31",
  service_closed: "M8 42 V20 L24 8 L40 20 V42 Z M18 42 V28 H30 V42 M18 28 L30 42",
  wrong_service: "M14 40 V12 H36 M28 4 L36 12 L28 20 M6 28 L22 44",
  safety: "M24 5 L41 12 V23 Q41 36 24 43 Q7 36 7 23 V12 Z M24 15 V26 M24 33 V33.100",
  other: "M10 24 H10.100 M24 24 H24.100 M38 24 H38.100",
  helped: "M8 26 L19 37 L40 12",
  partly: "M8 26 L16 34 L24 25 M30 34 H42",
  not_helped: "M12 12 L36 36 M36 12 L12 36",
  unknown: "M16 17 A8 8 0 1 1 28 24 Q24 27 24 32 M24 39 V39.100",
  agreed: "M8 14 Q8 8 14 8 H34 Q40 8 40 14 V26 Q40 32 34 32 H24 L14 42 V32 Q8 32 8 26 Z M17 20 L22 25 L31 15",
  alone: "M24 6 A5 5 0 1 1 23.900 6 M24 18 V32 M16 24 H30 L38 18 M24 32 L16 43 M24 32 L32 43",
};

interface Props {
  code: string;
  label: string;
  pressed?: boolean;
  onChoose: () => void;
}

export function BigSign({ code, ...rest }: Props) {
  return <SignButton path={PICTURES[code] ?? PICTURES["other"] ?? ""} code={code} {...rest} />;
}
