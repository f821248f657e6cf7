// The look of the forms, in the colours and the type of the site that they stand on.
import css from "./look.css" with { type: "text" };

let sheet: CSSStyleSheet | undefined;

/** As a sheet of its own, which a site need not allow: its policy is about styles that stand in a page. */
export function dress(element: Element): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
