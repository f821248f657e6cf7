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

const doing = new WeakSet<EventTarget>();

/** What a button does is not begun again before it has ended, however often it is pressed. */
export const once = (act: (event: Event) => unknown) => async (event: Event): Promise<void> => {
  const button = event.currentTarget as HTMLElement;
  if (doing.has(button))
    return;
  doing.add(button);
  button.setAttribute("aria-busy", "true");
  try {
    await act(event);
  } finally {
    doing.delete(button);
    button.setAttribute("aria-busy", "false");
  }
};

let leading: (path: string) => void = () => {};

export const ledBy = (leader: (path: string) => void): void => { leading = leader; };

let brought: { path: string; words: string } | null = null;

/** To another page of the console, where it is said what was done. */
export function go(path: string, words = ""): void {
  brought = words ? { path, words } : null;
  leading(path);
}

/** What was done on the page that one was led here from; told once. */
export function told(path: string): string {
  const words = brought?.path === path ? brought.words : "";
  brought = null;
  return words;
}

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
  return { signal, go: (path, words) => { if (!signal.aborted) go(path, words); }, focus: selector => { if (!signal.aborted) focus(selector); } };
}

/** The focus to what has just been drawn. */
export const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();
