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
}

let draw: () => void = () => {};

export const drawnBy = (drawing: () => void): void => { draw = drawing; };

/** Shows what has changed. */
export const redraw = (): void => draw();

let leading: (path: string) => void = () => {};

export const ledBy = (leader: (path: string) => void): void => { leading = leader; };

/** To another page of the console. */
export const go = (path: string): void => leading(path);

/** The focus to what has just been drawn. */
export const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();
