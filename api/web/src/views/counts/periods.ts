/** Quarters and semesters, as the server writes them: 2026-T3, 2026-S2. */
export type PeriodKind = "T" | "S";

const LENGTH: Record<PeriodKind, number> = { T: 3, S: 6 };

/** The period that holds a day (YYYY-MM-DD) and those before it, the newest first. */
export function lastPeriods(kind: PeriodKind, today: string, count = 8): string[] {
  const inYear = 12 / LENGTH[kind];
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const newest = year * inYear + Math.floor((month - 1) / LENGTH[kind]);
  return Array.from({ length: count }, (_, back) => {
    const at = newest - back;
    return `${Math.floor(at / inYear)}-${kind}${(at % inYear) + 1}`;
  });
}

/** The one that is asked for first: the last that is over. */
export function lastWhole(kind: PeriodKind, today: string): string {
  return lastPeriods(kind, today, 2)[1] ?? "";
}
