/** An instant of the server (UTC) as a day and an hour, in the network's time zone, which is UTC in Mali. */
export function momentInWords(instant: string, lang: "fr" | "en"): string {
  const when = new Date(instant);
  if (Number.isNaN(when.getTime())) return instant;
  return new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  }).format(when);
}
