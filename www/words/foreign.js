// @ts-check
//! Owns saying what to do with a file of another program, of pictures, or that is damaged; fetched with what reads files, in every language.

import { languageFor } from "./words.js";

/** @typedef {"sheet" | "slides" | "document" | "scan" | "damaged" | "report"} Foreign */

/** @type {Record<string, Record<Foreign, string>>} */
const WORDS = {
	en: {
		sheet:
			"“{name}” is a spreadsheet, which is not opened here. In the program that made it, save it as CSV and drop that file here; or copy its cells and paste them.",
		slides:
			"“{name}” is a presentation, which is not opened here. In the program that made it, save it as PDF and open that; or copy its text and paste it.",
		document:
			"“{name}” is of a kind that is not opened here. In the program that made it, save it as .docx, PDF or plain text and open that; or copy its text and paste it.",
		scan: "“{name}” holds pictures of pages, and no words that could be read. Have a program read its letters (OCR), and open what that makes of it.",
		damaged:
			"“{name}” is damaged, or it is not what its name says. Open it in the program that made it, save it anew and open that; or copy its text and paste it.",
		report:
			"“{name}” is no report that was saved here, or it is damaged. Export the report as JSON again, and open that.",
	},
	de: {
		sheet:
			"„{name}“ ist eine Tabelle und wird hier nicht geöffnet. Speichern Sie sie im Programm, aus dem sie stammt, als CSV und ziehen Sie diese Datei hierher; oder kopieren Sie die Zellen und fügen Sie sie ein.",
		slides:
			"„{name}“ ist eine Präsentation und wird hier nicht geöffnet. Speichern Sie sie im Programm, aus dem sie stammt, als PDF und öffnen Sie das; oder kopieren Sie den Text und fügen Sie ihn ein.",
		document:
			"„{name}“ ist von einer Art, die hier nicht geöffnet wird. Speichern Sie die Datei im Programm, aus dem sie stammt, als .docx, PDF oder reinen Text und öffnen Sie das; oder kopieren Sie den Text und fügen Sie ihn ein.",
		scan: "„{name}“ enthält Bilder von Seiten und keine lesbaren Wörter. Lassen Sie ein Programm die Buchstaben erkennen (OCR) und öffnen Sie, was dabei herauskommt.",
		damaged:
			"„{name}“ ist beschädigt oder nicht, was der Name sagt. Öffnen Sie die Datei im Programm, aus dem sie stammt, speichern Sie sie neu und öffnen Sie das; oder kopieren Sie ihren Text und fügen Sie ihn ein.",
		report:
			"„{name}“ ist kein hier gespeicherter Bericht oder ist beschädigt. Exportieren Sie den Bericht noch einmal als JSON und öffnen Sie das.",
	},
	es: {
		sheet:
			"«{name}» es una hoja de cálculo y no se abre aquí. En el programa con que se hizo, guárdela como CSV y suelte ese archivo aquí; o copie las celdas y péguelas.",
		slides:
			"«{name}» es una presentación y no se abre aquí. En el programa con que se hizo, guárdela como PDF y abra ese archivo; o copie el texto y péguelo.",
		document:
			"«{name}» es de un tipo que no se abre aquí. En el programa con que se hizo, guárdelo como .docx, PDF o texto sin formato y abra ese archivo; o copie el texto y péguelo.",
		scan: "«{name}» contiene imágenes de páginas y ninguna palabra que se pueda leer. Haga que un programa reconozca las letras (OCR) y abra lo que resulte.",
		damaged:
			"«{name}» está dañado o no es lo que dice su nombre. Ábralo en el programa con que se hizo, guárdelo de nuevo y abra ese archivo; o copie el texto y péguelo.",
		report:
			"«{name}» no es un informe guardado aquí, o está dañado. Exporte de nuevo el informe como JSON y abra ese archivo.",
	},
	fr: {
		sheet:
			"« {name} » est une feuille de calcul, qui ne s’ouvre pas ici. Dans le logiciel qui l’a créée, enregistrez-la en CSV et déposez ce fichier ici ; ou copiez les cellules et collez-les.",
		slides:
			"« {name} » est une présentation, qui ne s’ouvre pas ici. Dans le logiciel qui l’a créée, enregistrez-la en PDF et ouvrez ce fichier ; ou copiez le texte et collez-le.",
		document:
			"« {name} » est d’un type qui ne s’ouvre pas ici. Dans le logiciel qui l’a créé, enregistrez-le en .docx, en PDF ou en texte brut et ouvrez ce fichier ; ou copiez le texte et collez-le.",
		scan: "« {name} » contient des images de pages et aucun mot lisible. Faites reconnaître les lettres par un logiciel (OCR), puis ouvrez ce qu’il en fait.",
		damaged:
			"« {name} » est abîmé, ou n’est pas ce que dit son nom. Ouvrez-le dans le logiciel qui l’a créé, enregistrez-le à nouveau et ouvrez ce fichier ; ou copiez son texte et collez-le.",
		report:
			"« {name} » n’est pas un rapport enregistré ici, ou il est abîmé. Exportez à nouveau le rapport en JSON et ouvrez ce fichier.",
	},
};

/** The endings of files that people bring from other programs. @type {[Foreign, RegExp][]} */
const ENDINGS = [
	["sheet", /\.(?:xlsx?|xls[mb]|ods|numbers)$/i],
	["slides", /\.(?:pptx?|pps|ppsx|odp|key)$/i],
	["document", /\.(?:doc|dot|pages|wpd|wps|epub|mobi|azw3?|eml|msg|tex|one)$/i],
];

/** Of which kind a file of another program is, by its name. @param {string} name */
export const foreignKind = (name) => ENDINGS.find(([, ending]) => ending.test(name))?.[0];

/**
 * What to do with a file of a kind that is not opened.
 * @param {string} name of the file
 * @param {Foreign} kind
 * @param {string} [language] that of the page, unless it is given
 */
export const foreignWords = (name, kind, language = globalThis.document?.documentElement.lang ?? "en") =>
	WORDS[languageFor([language])][kind].replace("{name}", () => name);
