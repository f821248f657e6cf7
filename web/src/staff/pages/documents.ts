// The documents that the practice must be able to show: to read here, to print, to take along as CSV.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { language, t } from "../../parts/words";
import { text } from "../api";
import { read } from "../document";
import { may, reviews, today } from "../known";
import { review } from "../review";
import type { Page } from "../page";

const paths: Record<string, (year?: string) => string> = {
  register: () => "register",
  concept: () => "retention/schedule",
  report: year => `report/${year}`,
  statement: () => "statement",
  requests: () => "privacy-requests",
  assessment: () => "assessment",
  annex: () => "annex",
  "seven-questions": () => "questions",
};

export function documents(): Page {
  const year = +today().slice(0, 4);
  const years = Array.from({ length: Math.min(5, year - 2022) }, (_, at) => year - at);
  const line = (path: string, words: string, what: string) => html`<li><span><a class="what" href="/staff/documents/${path}">${words}</a><span class="soft">${what}</span></span></li>`;
  return {
    part: "documents",
    title: () => t("Documenten", "Documents"),
    view: () => html`
      <h1 tabindex="-1">${t("Documenten", "Documents")}</h1>
      <p class="soft">${t("Gemaakt uit wat de app werkelijk doet, op het moment dat je kijkt.", "Made of what the app really does, at the moment you look.")}</p>
      <section class="card"><ul class="rows two">
        ${line("statement", t("Privacyverklaring", "Privacy statement"), t("Wat we beloven, met wat er is veranderd.", "What we promise, with what changed."))}
        ${line("consent-texts", t("Toestemmingsteksten", "Consent texts"), t("Wat cliënten wordt gevraagd, woord voor woord, met elke eerdere versie.", "What clients are asked, word for word, with every earlier version."))}
        ${may("privacy") ? html`
          ${line("register", t("Register van verwerkingen", "Register of processing"), t("Artikel 30 van de AVG: wat, waarom, van wie, hoe lang.", "Article 30 of the GDPR: what, why, whose, how long."))}
          ${line("concept", t("Bewaarconcept", "Retention concept"), t("Elke regel, de reden ervan, en hoe die wordt uitgevoerd en bewezen.", "Every rule, its reason, and how it is carried out and proved."))}
          ${line("seven-questions", t("De zeven vragen over wissen", "The seven questions about erasure"), t("Wat de toezichthouders van Europa in 2025 vroegen, beantwoord zoals het nu is.", "What Europe's authorities asked in 2025, answered as things stand now."))}
          ${line("assessment", t("Gegevensbeschermingseffectbeoordeling (DPIA)", "Data protection impact assessment"), t("De feiten staan er; wat de praktijk beoordeelt, vult ze in.", "The facts are there; what the practice judges it fills in."))}
          ${line("annex", t("Bijlage bij de verwerkersovereenkomst", "Annex of the processing agreement"), t("Wat de app voor de praktijk verwerkt, en hoe.", "What the app processes for the practice, and how."))}
          ${line("requests", t("Register van verzoeken", "Register of requests"), t("Wat er open staat, om te printen.", "What is open, to print."))}
          ${years.map(each => line(`report/${each}`, t(`Jaarverslag ${each}`, `Yearly report ${each}`), t("Wat er kwam, wat er ging en of dat op tijd was.", "What came, what went and whether that was in time.")))}` : ""}
      </ul></section>
      <h2>${t("Kijk hier elk jaar naar", "Look at this each year")}</h2>
      <section class="card"><ul class="rows">${reviews().map(review)}</ul></section>`,
  };
}

documents.path = (name?: string, year?: string): string => paths[name ?? ""]?.(year) ?? "";

/** One of them, as the app tells it in the language of the moment.
 *  @param beside What stands above it, and is not printed. */
export function documentPage(part: string, path: string, beside?: () => TemplateResult): Page {
  let title = t("Document", "Document");
  let content: HTMLElement;
  let spoken: string;

  async function load(): Promise<void> {
    spoken = language();
    const found = read(await text(`${path}?language=${spoken}`, "text/html"));
    title = found.title;
    content = document.createElement("div");
    content.append(found.content);
  }

  return {
    part,
    title: () => title,
    load,
    speaks: true,
    view: () => html`
      <p class="no-print"><a href="/staff/${part}">← ${part === "certificates" ? t("Bewijzen", "Proofs") : t("Documenten", "Documents")}</a></p>
      <h1 tabindex="-1">${title}</h1>
      <div class="actions"><button class="button plain" @click=${() => print()}>${t("Print of bewaar als pdf", "Print or save as PDF")}</button></div>
      ${beside?.() ?? nothing}
      <article class="paper" lang=${spoken}>${content}</article>`,
  };
}
