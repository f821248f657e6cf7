// What was read of a scan, in words.
import { html, nothing, type TemplateResult } from "../../parts/html";
import { bytes, date, dayOf, language, number, t } from "../../parts/words";
import type { Bounds, Scan } from "../api";
import { centimetres } from "./look";

const formats: Record<string, string> = { stl: "STL", obj: "OBJ", ply: "PLY", glb: "GLB (glTF 2)", "3mf": "3MF" };
const units: Record<string, () => string> = {
  mm: () => t("millimeter", "millimetres"), cm: () => t("centimeter", "centimetres"), m: () => t("meter", "metres"), inch: () => t("inch", "inches"), micron: () => t("micrometer", "microns"), foot: () => t("voet", "feet"),
};
const unitFrom: Record<string, () => string> = {
  file: () => t("zo staat het in het bestand", "as the file says"), format: () => t("zo is het in dit formaat altijd", "as it always is in this format"),
  assumed: () => t("het bestand zegt het niet; zo is het gelezen", "the file does not say; so it was read"),
};

const sides = (bounds: Bounds): number[] => bounds.max.map((edge, axis) => edge - bounds.min[axis]!);
const rounded = (value: number): string => number(Math.round(value * 1000) / 1000);
const inCentimetres = (bounds: Bounds): string => `${sides(bounds).map(centimetres).join(" × ")} cm`;

const told = (words: string, what: TemplateResult | string): TemplateResult => html`<dt>${words}</dt><dd>${what}</dd>`;

export function facts(scan: Scan): TemplateResult {
  const litres = scan.volume !== undefined && scan.boundsInMillimetres && scan.bounds
    ? Math.abs(scan.volume) * (sides(scan.boundsInMillimetres)[0]! / sides(scan.bounds)[0]!) ** 3 / 1e6 : undefined;
  return html`
    <dl class="facts">
      ${told(t("Bestand", "File"), html`${scan.fileName}, ${bytes(scan.bytes)}`)}
      ${told(t("Gescand op", "Scanned on"), date(scan.scannedOn))}
      ${scan.format ? told(t("Formaat", "Format"), formats[scan.format] ?? scan.format) : nothing}
      ${scan.boundsInMillimetres ? told(t("Maten", "Size"), inCentimetres(scan.boundsInMillimetres)) : nothing}
      ${scan.bounds && scan.unit ? told(t("In het bestand", "In the file"), html`${sides(scan.bounds).map(rounded).join(" × ")} ${scan.unit}<br><span class="soft">${units[scan.unit]?.() ?? scan.unit}: ${unitFrom[scan.unitFrom ?? "assumed"]!()}</span>`) : nothing}
      ${scan.triangles ? told(t("Oppervlak", "Surface"), html`${number(scan.triangles)} ${t("driehoeken", "triangles")}${scan.vertices ? html`, ${number(scan.vertices)} ${t("punten", "vertices")}` : nothing}${scan.degenerate ? html`, ${t("waarvan", "of which")} ${number(scan.degenerate)} ${t("zonder oppervlak", "without area")}` : nothing}${scan.nonFinite ? html`, ${t("en", "and")} ${number(scan.nonFinite)} ${t("zonder plaats", "without a place")}` : nothing}
        ${scan.closed === undefined ? nothing : scan.closed ? html`<span class="mark well">${t("gesloten", "closed")}</span>` : html`<span class="mark wait">${t("niet gesloten", "not closed")}</span>`}`) : nothing}
      ${scan.closed && litres ? told(t("Inhoud", "Volume"), t(`${number(Math.round(litres * 10) / 10)} liter`, `${number(Math.round(litres * 10) / 10)} litres`)) : nothing}
      ${scan.entries?.length ? told(t("Kwam in een ZIP", "Came in a ZIP"), html`<ul>${scan.entries.map(entry => html`<li>${entry.kind || t("zonder extensie", "without extension")}, ${bytes(entry.bytes)} <code class="soft">${entry.sha256.slice(0, 16)}…</code></li>`)}</ul>`) : nothing}
      ${scan.sha256 ? told("SHA-256", html`<code>${scan.sha256}</code>`) : nothing}
      ${scan.history.map(right => told(t("Verbeterd", "Set right"), html`${date(dayOf(right.at))}${right.former ? t(`, was ${date(right.former)}`, `, was ${date(right.former)}`) : nothing}${right.reason ? html`: <span class="soft">“${right.reason}”</span>` : nothing}`))}
    </dl>
    ${scan.warnings.length ? html`<div class="note wait"><p><b>${t("Let op", "Mind")}</b></p><ul>${(language() === "nl" ? scan.warningsInDutch : scan.warnings).map(warning => html`<li>${warning}</li>`)}</ul></div>` : nothing}`;
}
