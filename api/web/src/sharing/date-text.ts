/** Dates as gestures hold them: a year, a month or a day that exists (sociogram/dates.py). */
const [EARLIEST, LATEST] = [1850, 2080];
const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether `text` names a year a life of ours may touch, one of its months, or one of its days. */
export function isDate(text: unknown): boolean {
  const [, year, month, day] = SHAPE.exec(String(text))?.map(Number) ?? [];
  if (year === undefined || year < EARLIEST || year > LATEST) return false;
  if (month === undefined || Number.isNaN(month)) return true;
  if (month < 1 || month > 12) return false;
  if (day === undefined || Number.isNaN(day)) return true;
  return day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
