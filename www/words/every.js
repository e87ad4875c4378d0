// @ts-check
//! Owns saying things in any language at once, for what cannot wait: files that are written, and our page.

import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { sayIn as say } from "./words.js";

/** @param {string} language */
export const sayIn = (language) => say(language, {}, { en, de, es, fr });
