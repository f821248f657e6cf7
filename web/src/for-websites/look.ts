// Tries the look of the forms out: what is chosen here goes to the forms on this page, and is shown to be copied.
export interface Look { accent: string; round: string; font: string }

export const fonts = ["", "Georgia, serif", "Verdana, sans-serif", "ui-monospace, monospace"] as const;

export const usual: Look = { accent: "#6f2b4b", round: "8", font: "" };

const light = (hex: string): number => {
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};

const contrast = (one: string, other: string): number => {
  const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
  return (more! + 0.05) / (less! + 0.05);
};

/** White or black letters, whichever can be read on it. */
export const onAccent = (accent: string): string => contrast(accent, "#ffffff") >= 4.5 ? "#ffffff" : "#000000";

/** A link has the colour too: on a white page it must differ enough from it. */
export const isFaint = (accent: string): boolean => contrast(accent, "#ffffff") < 4.5;

const properties = ({ accent, round, font }: Look): [string, string][] => {
  const chosen: [string, string][] = [["--welwee-accent", accent], ["--welwee-on-accent", onAccent(accent)], ["--welwee-round", `${round}px`]];
  return font ? [...chosen, ["--welwee-font", font]] : chosen;
};

export const written = (look: Look): string =>
  `wel-wee-contact, wel-wee-request {\n${properties(look).map(([name, value]) => `  ${name}: ${value};`).join("\n")}\n}`;

export function wear(element: HTMLElement, look: Look): void {
  element.removeAttribute("style");
  for (const [name, value] of properties(look))
    element.style.setProperty(name, value);
}
