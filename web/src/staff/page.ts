// What a page of the console is, and what it stands in.
import type { TemplateResult } from "../parts/html";

export interface Page {
  /** For the heading and the title of the tab. */
  title(): string;
  /** The part of the console that it belongs to. */
  part: string;
  /** What it needs. */
  load?(): Promise<void>;
  /** Whether that is in the language of the moment, and so to be fetched again in another. */
  speaks?: boolean;
  view(): TemplateResult;
  /** Lets go of what it holds, once another page is shown. */
  leave?(): void;
  /** Whether what it shows is of one day, and so to be fetched again on the next. */
  daily?: boolean;
}

let draw: () => void = () => {};

export const drawnBy = (drawing: () => void): void => { draw = drawing; };

/** Shows what has changed. */
export const redraw = (): void => draw();

let leading: (path: string) => void = () => {};

export const ledBy = (leader: (path: string) => void): void => { leading = leader; };

/** To another page of the console. */
export const go = (path: string): void => leading(path);

let shown = new AbortController();

/** Another page is shown: what is still under way for the former leads nowhere any more. */
export function turn(): void {
  shown.abort();
  shown = new AbortController();
}

export interface Here { signal: AbortSignal; go: typeof go; focus: typeof focus }

/** Of the page that is shown now: it leads and takes the focus as long as nobody has left it. */
export function here(): Here {
  const { signal } = shown;
  return { signal, go: path => { if (!signal.aborted) go(path); }, focus: selector => { if (!signal.aborted) focus(selector); } };
}

/** The focus to what has just been drawn. */
export const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();
