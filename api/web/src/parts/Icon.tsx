/** Small line icons, drawn here so that nothing is fetched. They say nothing to a screen reader: the button does. */
const SHAPES = {
  plus: "M12 5 V19 M5 12 H19",
  minus: "M5 12 H19",
  fit: "M4 9 V4 H9 M15 4 H20 V9 M20 15 V20 H15 M9 20 H4 V15",
  previous: "M15 5 L8 12 L15 19",
  next: "M9 5 L16 12 L9 19",
  begin: "M18 5 L11 12 L18 19 M6 5 V19",
  play: "M8 5 L19 12 L8 19 Z",
  pause: "M8 5 V19 M16 5 V19",
  save: "M12 4 V15 M7 11 L12 16 L17 11 M5 20 H19",
  present: "M4 5 H20 V16 H4 Z M12 16 V20 M8 20 H16",
  close: "M6 6 L18 18 M18 6 L6 18",
  import: "M12 16 V5 M7 9 L12 4 L17 9 M5 20 H19",
  speak: "M4 10 V14 H8 L13 18 V6 L8 10 Z M16 9 Q18 12 16 15 M18.5 7 Q22 12 18.5 17",
  search: "M10.5 4 A6.5 6.5 0 1 1 10.5 17 A6.5 6.5 0 1 1 10.5 4 Z M15.5 15.5 L20 20",
  phone:
    "M6 4 L9.500 4 L11 8.500 L8.700 10.200 Q10.300 13.700 13.800 15.300 L15.500 13 L20 14.500 V18 Q20 20 18 20 Q4 19 4 6 Q4 4 6 4 Z",
  copy: "M9 9 H19 V20 H9 Z M15 9 V4 H5 V15 H9",
  check: "M5 12.500 L10 17.500 L19 7",
  back: "M19 12 H5 M11 6 L5 12 L11 18",
  bin: "M5 7 H19 M10 7 V4.500 H14 V7 M7 7 L8 20 H16 L17 7",
  replay: "M4.500 12 A7.500 7.500 0 1 0 7 6.400 M7.500 2.500 L6.500 7 L11 8",
  mark: "M6 21 V4 H18 L14.500 8.500 L18 13 H6",
  help: "M9 9 A3 3 0 1 1 13.500 11.600 Q12 12.500 12 14.500 M12 18 V18.100 M12 3 A9 9 0 1 1 11.900 3",
  write: "M4 20 L5 15.500 L16 4.500 L19.500 8 L8.500 19 Z M13.500 7 L17 10.500",
  more: "M5 12 H5.010 M12 12 H12.010 M19 12 H19.010",
  undo: "M9 14 L4 9 L9 4 M4 9 H14 Q20 9 20 14.500 Q20 20 14 20 H10",
  redo: "M15 14 L20 9 L15 4 M20 9 H10 Q4 9 4 14.500 Q4 20 10 20 H14",
  hand: "M7.500 12 V6.500 Q7.500 5 8.800 5 Q10 5 10 6.500 V11 V4.500 Q10 3 11.300 3 Q12.600 3 12.600 4.500 V11 V5.500 Q12.600 4.200 13.900 4.200 Q15.100 4.200 15.100 5.500 V12 V8 Q15.100 6.800 16.300 6.800 Q17.500 6.800 17.500 8 V15 Q17.500 21 12.500 21 Q9.500 21 8 18.500 L4.500 13 Q4 11.800 5 11.200 Q6 10.800 7 12 Z",
  print: "M7 9 V4 H17 V9 M7 17 H4 V9 H20 V17 H17 M7 14 H17 V20 H7 Z",
  words: "M4 6 H20 M4 12 H20 M4 18 H14",
  legend: "M4 6 H10 M4 12 H10 M4 18 H10 M14 6 H20 M14 12 H20 M14 18 H20 M8 4 L10.500 6 L8 8 M8 10 L10.500 12 L8 14 M8 16 L10.500 18 L8 20",
  dark: "M20 14.500 A8.500 8.500 0 1 1 9.500 4 A7 7 0 0 0 20 14.500 Z",
  keys: "M3 7 H21 V17 H3 Z M7 10 H7.010 M10.500 10 H10.510 M14 10 H14.010 M17.500 10 H17.510 M8 14 H16",
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
