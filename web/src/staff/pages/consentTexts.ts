// The texts that clients answer, word for word, with every version that there ever was.
import { html } from "../../parts/html";
import { date, t } from "../../parts/words";
import { ask, type Page as Listed } from "../api";
import type { Page } from "../page";
import { purposes } from "./orderWords";

interface Text { purpose: string; version: string; language: string; inForceFrom: string; inForce: boolean; sha256: string; words: string }

export function consentTexts(): Page {
  let found: Text[] = [];
  return {
    part: "documents",
    title: () => t("Toestemmingsteksten", "Consent texts"),
    async load() { found = (await ask<Listed<Text>>("consent-texts")).items; },
    view: () => html`
      <p><a href="/staff/documents">← ${t("Documenten", "Documents")}</a></p>
      <h1 tabindex="-1">${t("Toestemmingsteksten", "Consent texts")}</h1>
      <p class="soft">${t("Een antwoord geldt voor de woorden die zij zag. Daarom blijft elke versie staan.", "An answer holds for the words that she saw. So every version stays.")}</p>
      ${found.map(text => html`
        <section class="card">
          <h2>${t("Toestemming", "Consent")} ${purposes[text.purpose]?.() ?? text.purpose} <span class="soft">${t("tekst", "text")} ${text.version}, ${text.language === "nl" ? "Nederlands" : "English"}</span></h2>
          <p class="soft">${t(`Vanaf ${date(text.inForceFrom)}.`, `From ${date(text.inForceFrom)}.`)} <span class="mark ${text.inForce ? "well" : ""}">${text.inForce ? t("geldt nu", "in force") : t("van vroeger", "of before")}</span></p>
          <blockquote class="note" lang=${text.language}>${text.words.split("\n").map(line => html`<p>${line}</p>`)}</blockquote>
          <p class="soft">SHA-256: <code>${text.sha256}</code></p>
        </section>`)}`,
  };
}
