// The one script that a website takes from the app: the practice's forms, as elements. It belongs to the app that it came from.
import { element } from "./element";
import { contact, request } from "./kinds";

const api = new URL("../api/", import.meta.url).href;

for (const kind of [contact, request])
  if (!customElements.get(kind.tag))
    customElements.define(kind.tag, element(kind, api));
