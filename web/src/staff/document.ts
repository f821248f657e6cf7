// The app's own documents, which print: their words and tables as the app made them, in the look of the console.
interface Policies { createPolicy(name: string, rules: { createHTML: (text: string) => string }): { createHTML(text: string): string } }

const trusted = (window as unknown as { trustedTypes?: Policies }).trustedTypes
  ?.createPolicy("document", { createHTML: text => text }) ?? { createHTML: (text: string) => text };

// It has a look of its own when it stands alone; here the browser would refuse that.
const ownLook = /<style>[^]*?<\/style>/g;

const levels = ["H1", "H2", "H3"];

/** What stands in the page that the app answered; no script of it, no style and no address of elsewhere. */
export function read(page: string): { title: string; content: DocumentFragment } {
  const parsed = new DOMParser().parseFromString(trusted.createHTML(page.replace(ownLook, "")), "text/html");
  const main = parsed.querySelector("main") ?? parsed.body;
  main.querySelectorAll("script, style, link, iframe, object, form, .top").forEach(each => each.remove());
  for (const each of main.querySelectorAll("*"))
    for (const { name, value } of [...each.attributes])
      if (name === "style" || name.startsWith("on") || (["href", "src"].includes(name) && /^\s*javascript:/i.test(value)))
        each.removeAttribute(name);
  // A wide table scrolls by itself.
  for (const table of main.querySelectorAll("table")) {
    const scroll = parsed.createElement("div");
    scroll.className = "scroll";
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", table.caption?.textContent ?? table.closest("section")?.querySelector(levels.join(","))?.textContent ?? parsed.title);
    table.replaceWith(scroll);
    scroll.append(table);
  }
  const title = main.querySelector("h1");
  const words = title?.textContent ?? parsed.title;
  title?.remove();
  const content = document.createDocumentFragment();
  content.append(...[...main.childNodes].map(node => document.importNode(node, true)));
  return { title: words, content };
}
