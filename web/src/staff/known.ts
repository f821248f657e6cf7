// What the app said of itself when the console began.
import { language, t, count, dayOf, many, number } from "../parts/words";
import type { Begin } from "./api";

export interface Words { dutch: string; english: string }
/** What the law or the practice changes now and then. */
export interface Review { name: string; words: Words; what: Words; checkedOn: string; againOn: string }
export interface Known extends Begin {
  rules: { name: string; words: Words; starts: Words; reason: Words }[];
  kinds: { name: string; one: Words; many: Words }[];
  reviews: Review[];
  recoveryDays: number;
}

let known: Known;
// By how much the app's clock is ahead of the browser's.
let ahead = 0;
let roles: readonly string[] = [];

export const knows = (all: Known): void => { [known, ahead] = [all, Date.parse(all.now) - Date.now()]; };
export const mayAs = (all: readonly string[]): void => { roles = all; };

/** The day in Amsterdam by the app's clock, also where the tab stayed open overnight. */
export const today = (): string => dayOf(new Date(Date.now() + ahead).toISOString());
export const recoveryDays = (): number => known.recoveryDays;
export const isLocal = (): boolean => known.signIn === "local";
export const may = (role: "staff" | "privacy"): boolean => roles.includes(role);

export const reviews = (): Review[] => [...known.reviews].sort((one, other) => one.againOn < other.againOn ? -1 : 1);

/** In the language of the moment. */
export const wordsOf = (words: Words): string => of(words, "");

const of = (words: Words | undefined, otherwise: string): string => words ? (language() === "nl" ? words.dutch : words.english) : otherwise;

const found = (rule: string) => known.rules.find(each => each.name === rule);

export const ruleWords = (rule: string): string => of(found(rule)?.words, rule);
export const ruleStarts = (rule: string): string => of(found(rule)?.starts, t("het begin van de termijn", "the start of the term"));
export const ruleReason = (rule: string): string => of(found(rule)?.reason, "");

export const kindOne = (kind: string): string => of(known.kinds.find(each => each.name === kind)?.one, kind);

export const kinds = (kind: string, amount: number): string => {
  const words = known.kinds.find(each => each.name === kind);
  return `${amount <= 12 ? count(amount) : number(amount)} ${many(amount, of(words?.one, kind), of(words?.many, kind))}`;
};
