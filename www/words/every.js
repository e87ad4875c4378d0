// @ts-check
//! Owns saying things in any language at once, for what cannot wait: files that are written, and our page.

import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { pageDe } from "./page-de.js";
import { pageEn } from "./page-en.js";
import { pageEs } from "./page-es.js";
import { pageFr } from "./page-fr.js";
import { sayIn as say } from "./words.js";

const EVERY = {
	en: { ...en, ...pageEn },
	de: { ...de, ...pageDe },
	es: { ...es, ...pageEs },
	fr: { ...fr, ...pageFr },
};

/** @param {string} language */
export const sayIn = (language) => say(language, {}, EVERY);
