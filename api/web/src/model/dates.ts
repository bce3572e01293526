/** Partial dates as written: "2020", "2020-10", "2020-10-31". What is not known is not invented (sociogram/dates.py). */

/** The earliest day a date may mean, as "YYYY-MM-DD". */
export function firstDay(date: string): string {
  const [year = "", month = "01", day = "01"] = date.split("-");
  return `${year}-${month}-${day}`;
}

/** The latest day a date may mean, as "YYYY-MM-DD". */
export function lastDay(date: string): string {
  const [year = "", month = "12", day] = date.split("-");
  return `${year}-${month}-${day ?? String(lengthOfMonth(Number(year), Number(month))).padStart(2, "0")}`;
}

/** Whether `date` may have happened by the end of `until`, inclusive. */
export function onOrBefore(date: string, until: string): boolean {
  return firstDay(date) <= lastDay(until);
}

/** The order of a timeline: by the latest day a date may mean, then by the earliest. */
export function compareDates(a: string, b: string): number {
  const [x, y] = [lastDay(a) + firstDay(a), lastDay(b) + firstDay(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function lengthOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
