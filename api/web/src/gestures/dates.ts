/** Partial dates as they are written (`2020`, `2020-10`, `2020-10-31`): the twin of the order in sociogram/dates.py. */

/** The earliest day a date may mean; ISO days compare as texts. */
export function firstDay(date: string): string {
  return date + "-01-01".slice(date.length - 4);
}

/** The latest day a date may mean; every month counts 31 days, which changes no comparison with a real day. */
export function lastDay(date: string): string {
  return date + "-12-31".slice(date.length - 4);
}

/** Whether the first may have happened by the end of the second. */
export function onOrBefore(date: string, other: string): boolean {
  return firstDay(date) <= lastDay(other);
}
