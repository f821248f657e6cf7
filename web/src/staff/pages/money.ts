// Amounts as people write and read them; the app counts in cents.
import { t } from "../../parts/words";

export const money = (amount: number, currency: string): string => new Intl.NumberFormat(t("nl-NL", "en-GB"), { style: "currency", currency }).format(amount);

export const euros = (cents: number): string => money(cents / 100, "EUR");

/** The cents of an amount such as 99, 99,50, € 99.50 or 1.250,00; null where it is none. */
export function readEuros(written: string): number | null {
  const [, sign, whole, cents] = /^(-?)€?\s*(\d{1,3}(?:[.,\s]\d{3})+|\d+)(?:[.,](\d{1,2}))?(?:,?-)?$/.exec(written.trim().replace(/^€\s*-/, "-€")) ?? [];
  return whole === undefined ? null : (sign ? -1 : 1) * (+whole.replace(/\D/g, "") * 100 + +(cents ?? "0").padEnd(2, "0"));
}
