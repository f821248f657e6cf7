// Which question somebody's words are: a reference, a mail address, a phone number or a name. Nothing of it gets into an address of the browser.
import { ask, type Page as Listed } from "./api";

// Eight signs of those that a reference is made of, which a name may be too.
const signs = "[2-9a-hjkmnp-tw-z]{4}";
const reference = new RegExp(`^${signs}[ -]?${signs}$`, "i");

/** The likeliest first; one that asks for all where there are no words. */
export function questions(words: string): string[] {
  const said = words.trim();
  const fields = !said ? [] : said.includes("@") ? ["email"]
    : [...(reference.test(said) ? ["reference"] : []), ...(/^\+?[\d\s()./-]{6,}$/.test(said) ? ["phone"] : reference.test(said) && /\d/.test(said) ? [] : ["name"])];
  return fields.length ? fields.map(field => `${field}=${encodeURIComponent(said)}`) : [""];
}

/** What the first question finds that finds anything, and which that was: what stands further on is asked by it too. */
export async function seek<T>(list: string, words: string, also: string[] = []): Promise<Listed<T> & { by: string }> {
  const [first, ...others] = questions(words);
  let found = { ...await further<T>(list, first!, also), by: first! };
  for (const by of others)
    if (found.items.length === 0)
      found = { ...await further<T>(list, by, also), by };
  return found;
}

export function further<T>(list: string, by: string, also: string[] = [], continuation?: string): Promise<Listed<T>> {
  const query = [by, ...also, continuation ? `continuation=${encodeURIComponent(continuation)}` : ""].filter(Boolean).join("&");
  return ask<Listed<T>>(query ? `${list}?${query}` : list);
}
