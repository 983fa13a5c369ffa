/**
 * The settings: how the file looks, reads and runs for this person, as one value, and how the page wears them.
 *
 * They are kept on the device only where that was asked for, under a name that says nothing. Choosing them is
 * `settings_screen.js`'s work.
 */

/**
 * @typedef {{colours: ""|"light"|"dark"|"contrast", percent: number, spacing: "normal"|"wide"|"wider", still: boolean,
 *   arrival: "slow"|"normal"|"fast"|"at once", voice: boolean, keys: boolean, language: string, remember: boolean}} Settings
 * Colours "" are the device's own; `percent` is 100 to 300; `still`: nothing glides; `keys`: those of one letter do
 * something; `language` "" is the file's first.
 */

/** @type {Settings} */
export const FIRST_SETTINGS = {
  colours: "",
  percent: 100,
  spacing: "normal",
  still: false,
  arrival: "normal",
  voice: false,
  keys: true,
  language: "",
  remember: false,
};

/** The name of what is kept, which is that of the tab. */
const STORED = "notes";
const LEAST_PERCENT = 100;
const MOST_PERCENT = 300;
const PERCENT_STEP = 25;

/** @type {Record<string, readonly string[]>} */
const CHOICES = {
  colours: ["", "light", "dark", "contrast"],
  spacing: ["normal", "wide", "wider"],
  arrival: ["slow", "normal", "fast", "at once"],
};

/**
 * A size of text larger by so many steps, smaller for negative ones.
 * @param {number} percent
 * @param {number} steps
 * @returns {number} per cent
 */
export function resized(percent, steps) {
  return Math.max(LEAST_PERCENT, Math.min(MOST_PERCENT, percent + steps * PERCENT_STEP));
}

/**
 * The settings that were kept on this device, if somebody asked for that; what makes no sense is as if never chosen.
 * @returns {Settings}
 */
export function keptSettings() {
  const settings = { ...FIRST_SETTINGS };
  try {
    const kept = JSON.parse(localStorage.getItem(STORED) ?? "null");
    for (const [name, first] of Object.entries(kept ? FIRST_SETTINGS : {})) {
      const fits = typeof kept[name] === typeof first && (CHOICES[name]?.includes(kept[name]) ?? true);
      if (fits) Object.assign(settings, { [name]: kept[name] });
    }
    settings.percent = resized(settings.percent, 0);
  } catch {
    // Some browsers forbid a file, or a private window, to keep anything: then nothing is kept.
  }
  return settings;
}

/**
 * Keep `settings` on this device.
 * @param {Settings} settings
 */
export function keepSettings(settings) {
  try {
    localStorage.setItem(STORED, JSON.stringify(settings));
  } catch {
    // As above: the settings hold until the page is closed.
  }
}

/** Leave nothing on this device. */
export function forgetSettings() {
  try {
    localStorage.removeItem(STORED);
  } catch {
    // As above: there is nothing.
  }
}

/**
 * Let the page wear `settings`.
 * @param {Settings} settings
 */
export function dress({ colours, percent, spacing, still }) {
  const root = document.documentElement;
  const large = percent >= 150 && "large";
  root.className = ["js", colours, spacing !== "normal" && spacing, still && "still", large].filter(Boolean).join(" ");
  root.style.setProperty("--percent", `${percent / 100}`);
}
