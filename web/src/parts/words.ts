// Words, dates and terms in the language of whoever reads; Dutch unless they chose English.
export type Language = "nl" | "en";

const kept = "language";

export const language = (): Language => localStorage.getItem(kept) === "en" ? "en" : "nl";

export function speak(chosen: Language): void {
  localStorage.setItem(kept, chosen);
  document.documentElement.lang = chosen;
}

export const t = (dutch: string, english: string): string => language() === "nl" ? dutch : english;

const locale = (): string => t("nl-NL", "en-GB");

const midday = (day: string): Date => new Date(`${day}T12:00:00Z`);

const formatted = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), { timeZone: "UTC", ...options }).format(midday(day));

export const date = (day: string): string => formatted(day, { day: "numeric", month: "long", year: "numeric" });

export const weekday = (day: string): string => formatted(day, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

export const shortDate = (day: string): string => formatted(day, { weekday: "short", day: "numeric", month: "short" });

/** Of a month such as 2026-11. */
export const month = (of: string): string => formatted(`${of}-01`, { month: "long", year: "numeric" });

export const moment = (at: string): string =>
  new Intl.DateTimeFormat(locale(), { timeZone: "Europe/Amsterdam", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" }).format(new Date(at));

export const dayOf = (at: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(new Date(at));

export const number = (value: number): string => new Intl.NumberFormat(locale()).format(value);

export const bytes = (value: number): string => {
  const [unit, size] = value < 1e3 ? ["bytes", 1] as const : value < 1e6 ? ["kB", 1e3] as const : value < 1e9 ? ["MB", 1e6] as const : ["GB", 1e9] as const;
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: value < 10 * size ? 1 : 0 }).format(value / size)} ${unit}`;
};

export const days = (from: string, until: string): number => Math.round((midday(until).getTime() - midday(from).getTime()) / 86_400_000);

export const plusDays = (day: string, count: number): string => new Date(midday(day).getTime() + count * 86_400_000).toISOString().slice(0, 10);

/** A Dutch mobile number as people write it; any other as it is kept. */
export const phone = (kept: string): string => kept.replace(/^\+31(6)(\d{4})(\d{4})$/, "0$1 $2 $3");

const dutchNumbers = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];
const englishNumbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

export const count = (value: number): string => (language() === "nl" ? dutchNumbers : englishNumbers)[value] ?? number(value);

/** In Dutch the accent goes where it stood for stress alone: één, Eén. */
export const capital = (words: string): string => words.startsWith("één") ? `Eén${words.slice(3)}` : words.charAt(0).toUpperCase() + words.slice(1);

/** One of two forms, by number. */
export const many = (value: number, one: string, more: string): string => value === 1 ? one : more;

/** How long it is until a day, or since. */
export function left(today: string, day: string): string {
  const until = days(today, day);
  if (until > 60)
    return t(`nog ${Math.round(until / 30.4)} maanden`, `${Math.round(until / 30.4)} months left`);
  if (until > 0)
    return t(`nog ${until} ${many(until, "dag", "dagen")}`, `${until} ${many(until, "day", "days")} left`);
  return until === 0 ? t("vandaag", "today") : t(`${-until} ${many(-until, "dag", "dagen")} te laat`, `${-until} ${many(-until, "day", "days")} late`);
}

/** An ISO 8601 duration in words. */
export function term(duration: string): string {
  const [, years, months, length] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duration) ?? [];
  return [
    years && t(`${count(+years)} jaar`, `${count(+years)} ${many(+years, "year", "years")}`),
    months && t(`${count(+months)} ${many(+months, "maand", "maanden")}`, `${count(+months)} ${many(+months, "month", "months")}`),
    length && +length > 0 && t(`${count(+length)} ${many(+length, "dag", "dagen")}`, `${count(+length)} ${many(+length, "day", "days")}`),
  ].filter(Boolean).join(t(" en ", " and "));
}

const monthNames = [
  ["jan", 1], ["feb", 2], ["maart", 3], ["mrt", 3], ["mar", 3], ["apr", 4], ["mei", 5], ["may", 5], ["jun", 6], ["jul", 7], ["aug", 8], ["sep", 9], ["okt", 10], ["oct", 10], ["nov", 11], ["dec", 12],
] as const;

/** A day as people write it: 28-11-2026, 28/11, 28 november 2026, 2026-11-28, vandaag, gisteren. Null where it is none. */
export function readDay(text: string, today: string): string | null {
  const written = text.trim().toLowerCase();
  if (written === "vandaag" || written === "today")
    return today;
  if (written === "gisteren" || written === "yesterday")
    return plusDays(today, -1);
  const whole = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  if (whole)
    return made(+whole[1]!, +whole[2]!, +whole[3]!);
  const [, day, named, year] = /^(\d{1,2})(?:e|st|nd|rd|th)?[\s\-/.]+(\d{1,2}|[a-z]+)\.?(?:[\s\-/.]+(\d{4}|\d{2}))?$/.exec(written) ?? [];
  if (!day || !named)
    return null;
  const inYear = year ? (year.length === 2 ? 2000 + +year : +year) : +today.slice(0, 4);
  const inMonth = /^\d+$/.test(named) ? +named : monthNames.find(([name]) => named.startsWith(name))?.[1];
  return inMonth ? made(inYear, inMonth, +day) : null;
}

function made(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day, 12));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null;
}
