// @ts-check
//! Owns saying what to do with a file of another program; fetched with what reads files, in every language.

import { languageFor } from "./words.js";

/** @typedef {"sheet" | "slides" | "document"} Foreign */

/** @type {Record<string, Record<Foreign, string>>} */
const WORDS = {
	en: {
		sheet:
			"“{name}” is a spreadsheet, which is not opened here. In the program that made it, save it as CSV and drop that file here; or copy its cells and paste them.",
		slides:
			"“{name}” is a presentation, which is not opened here. In the program that made it, save it as PDF and open that; or copy its text and paste it.",
		document:
			"“{name}” is of a kind that is not opened here. In the program that made it, save it as .docx, PDF or plain text and open that; or copy its text and paste it.",
	},
	de: {
		sheet:
			"„{name}“ ist eine Tabelle und wird hier nicht geöffnet. Speichern Sie sie im Programm, aus dem sie stammt, als CSV und ziehen Sie diese Datei hierher; oder kopieren Sie die Zellen und fügen Sie sie ein.",
		slides:
			"„{name}“ ist eine Präsentation und wird hier nicht geöffnet. Speichern Sie sie im Programm, aus dem sie stammt, als PDF und öffnen Sie das; oder kopieren Sie den Text und fügen Sie ihn ein.",
		document:
			"„{name}“ ist von einer Art, die hier nicht geöffnet wird. Speichern Sie die Datei im Programm, aus dem sie stammt, als .docx, PDF oder reinen Text und öffnen Sie das; oder kopieren Sie den Text und fügen Sie ihn ein.",
	},
	es: {
		sheet:
			"«{name}» es una hoja de cálculo y no se abre aquí. En el programa con que se hizo, guárdela como CSV y suelte ese archivo aquí; o copie las celdas y péguelas.",
		slides:
			"«{name}» es una presentación y no se abre aquí. En el programa con que se hizo, guárdela como PDF y abra ese archivo; o copie el texto y péguelo.",
		document:
			"«{name}» es de un tipo que no se abre aquí. En el programa con que se hizo, guárdelo como .docx, PDF o texto sin formato y abra ese archivo; o copie el texto y péguelo.",
	},
	fr: {
		sheet:
			"« {name} » est une feuille de calcul, qui ne s’ouvre pas ici. Dans le logiciel qui l’a créée, enregistrez-la en CSV et déposez ce fichier ici ; ou copiez les cellules et collez-les.",
		slides:
			"« {name} » est une présentation, qui ne s’ouvre pas ici. Dans le logiciel qui l’a créée, enregistrez-la en PDF et ouvrez ce fichier ; ou copiez le texte et collez-le.",
		document:
			"« {name} » est d’un type qui ne s’ouvre pas ici. Dans le logiciel qui l’a créé, enregistrez-le en .docx, en PDF ou en texte brut et ouvrez ce fichier ; ou copiez le texte et collez-le.",
	},
};

/** The endings of files that people bring from other programs. @type {[Foreign, RegExp][]} */
const ENDINGS = [
	["sheet", /\.(?:xlsx?|xls[mb]|ods|numbers)$/i],
	["slides", /\.(?:pptx?|pps|ppsx|odp|key)$/i],
	["document", /\.(?:doc|dot|pages|wpd|wps|epub|mobi|azw3?|eml|msg|tex|one)$/i],
];

/**
 * What to do with a file of another program; nothing where it is none.
 * @param {string} name of the file
 * @param {string} [language] that of the page, unless it is given
 */
export function foreignWords(name, language = globalThis.document?.documentElement.lang ?? "en") {
	const [kind] = ENDINGS.find(([, ending]) => ending.test(name)) ?? [];
	return kind && WORDS[languageFor([language])][kind].replace("{name}", () => name);
}
