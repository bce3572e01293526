/** The order of partial dates ("2020", "2020-10", "2020-10-31"): the twin of sociogram/dates.py. */

/** The earliest day a partial date may mean, as "YYYY-MM-DD": such texts compare as dates do. */
export function firstDay(date: string): string {
  const [year = "", month = "01", day = "01"] = date.split("-");
  return `${year}-${month}-${day}`;
}

/** The latest day it may mean. */
export function lastDay(date: string): string {
  const [year = "", month = "12", day] = date.split("-");
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${day ?? String(days)}`;
}

/** Whether `date` may have happened by the end of `other` (inclusive). */
export function onOrBefore(date: string, other: string): boolean {
  return firstDay(date) <= lastDay(other);
}

/** Whether `one` comes before `other`: by its last day, then by its first. */
export function earlier(one: string, other: string): boolean {
  const [a, b] = [lastDay(one), lastDay(other)];
  return a < b || (a === b && firstDay(one) < firstDay(other));
}
