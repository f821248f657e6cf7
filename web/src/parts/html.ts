export { html, svg, nothing, render } from "lit-html";
export type { TemplateResult } from "lit-html";
