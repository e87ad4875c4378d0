// @ts-check
//! Owns a text and a report written by hand for the tests of everything that reads reports: emoji, words from
// right to left, quotation marks, cells that look like formulas, and characters that HTML and Markdown know.

/** @import { Report } from "../../www/pkg/saidso.js" */

export const text = `Bridge *closes* early 🚧
By Mara Okoye
The old bridge <b>will</b> close on Monday, Mayor Lena Ortiz said on the radio 📻 & online.
“We won’t wait,” she added, “for a crack to grow.”
=HYPERLINK("http://example.org","click") costs 4,200 euros, sources close to the council claimed.
1. Repairs may take
nine months 🛠️ and 90% of the cables are rusty.
אמרה ראש העיר לנה אורטיז כי הגשר ייסגר.`;

/**
 * Where words stand in the text; fails where they do not.
 * @param {string} words
 * @param {string} [within]
 */
export function at(words, within = text) {
	const start = within.indexOf(words);
	if (start < 0) throw new Error(`the sample has no “${words}”`);
	return { start, end: start + words.length };
}

const lines = text.split("\n");
const sentences = [
	{ ...at(lines[0]), block: 0 },
	{ ...at(lines[2]), block: 2 },
	{ ...at(lines[3]), block: 3 },
	{ ...at(lines[4]), block: 4 },
	{ ...at(`${lines[5]}\n${lines[6]}`), block: 5 },
	{ ...at(lines[7]), block: 6 },
];

/** @type {Report} */
export const report = {
	schema: "saidso/report/1",
	engine: { name: "saidso", version: "0.1.0", model: "0000" },
	lang: "en",
	offsets: "utf16",
	blocks: [
		{ ...at(lines[0]), kind: "heading" },
		{ ...at(lines[1]), kind: "byline" },
		{ ...at(lines[2]), kind: "paragraph" },
		{ ...at(lines[3]), kind: "blockquote" },
		{ ...at(lines[4]), kind: "paragraph" },
		{ ...at(`${lines[5]}\n${lines[6]}`), kind: "list-item" },
		{ ...at(lines[7]), kind: "paragraph" },
	],
	sentences,
	sources: [
		{
			name: "Lena Ortiz",
			description: "Mayor",
			kind: "person",
			named: true,
			mentions: [at("Mayor Lena Ortiz"), at("she")],
			attributions: [0, 1],
			words: 17,
			share: 0.708,
		},
		{
			name: "sources close to the council",
			description: "",
			kind: "unnamed",
			named: false,
			mentions: [at("sources close to the council")],
			attributions: [2],
			words: 7,
			share: 0.292,
		},
	],
	attributions: [
		{
			sources: [at("Mayor Lena Ortiz")],
			cue: { ...at("said"), lemma: "say" },
			contents: [at("The old bridge <b>will</b> close on Monday")],
			source: 0,
			act: "speech",
			form: "indirect",
			stance: "neutral",
			parent: null,
			confidence: 0.93,
			reasons: ["cue-verb:say"],
		},
		{
			sources: [at("she")],
			cue: { ...at("added"), lemma: "add" },
			contents: [at("“We won’t wait,”"), at("“for a crack to grow.”")],
			source: 0,
			act: "speech",
			form: "direct",
			stance: "neutral",
			parent: null,
			confidence: 0.71,
			reasons: ["cue-verb:add", "quotation"],
		},
		{
			sources: [at("sources close to the council")],
			cue: { ...at("claimed"), lemma: "claim" },
			contents: [at('=HYPERLINK("http://example.org","click") costs 4,200 euros')],
			source: 1,
			act: "speech",
			form: "indirect",
			stance: "doubting",
			parent: null,
			confidence: 0.44,
			reasons: ["cue-verb:claim", "unnamed-source"],
		},
	],
	hedges: [
		{
			...at("may"),
			kind: "modal",
			scope: at("take\nnine months"),
			confidence: 0.9,
			reasons: ["lexicon:may"],
		},
	],
	claims: [
		{
			spans: [at("The old bridge <b>will</b> close on Monday")],
			sentence: 1,
			attribution: 0,
			statement: "prediction",
			checkworthiness: 0.31,
			certainty: "stated",
			reasons: ["date:Monday"],
		},
		{
			spans: [at('=HYPERLINK("http://example.org","click") costs 4,200 euros')],
			sentence: 3,
			attribution: 2,
			statement: "fact",
			checkworthiness: 0.62,
			certainty: "denied",
			reasons: ["money:4,200 euros"],
		},
		{
			spans: [at("Repairs may take\nnine months 🛠️")],
			sentence: 4,
			attribution: null,
			statement: "prediction",
			checkworthiness: 0.4,
			certainty: "softened",
			reasons: ["number:nine months"],
		},
		{
			spans: [at("Repairs"), at("90% of the cables are rusty")],
			sentence: 4,
			attribution: null,
			statement: "fact",
			checkworthiness: 0.81,
			certainty: "stated",
			reasons: ["number:90%", "present-tense"],
		},
	],
	stats: {
		sentences: 6,
		attributed: 3,
		unsourcedClaims: 2,
		words: { total: 60, attributed: 24, unnamed: 7 },
	},
	warnings: [],
};

/** The same report with nothing found in it. @type {Report} */
export const bare = {
	...report,
	blocks: [],
	sentences: [],
	sources: [],
	attributions: [],
	hedges: [],
	claims: [],
};
