// @ts-check
//! Owns a report as Markdown for notes and wikis: the article with numbered footnotes, its sources, its claims
//! without a source.

import { bulletOf } from "../report/bullet.js";
import { isUnsourced } from "../report/finding.js";
import { quote } from "../report/quote.js";
import { cells } from "../report/row.js";
import { runs, sections } from "../report/section.js";
import { sayIn } from "../words/every.js";
import { percent } from "../words/words.js";
import { heading, item, list, paragraph, plain, table, write } from "./mdast.js";
import { colophon, credit, notes, withNumbers } from "./note.js";
import { placed } from "./place.js";
import { remarkLines, remarksTitle } from "./remarks.js";

/** @import { PhrasingContent, RootContent } from "mdast" */
/** @import { Note } from "./note.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { Say } from "../words/words.js" */
/** @import { View } from "../report/view.js" */
/** @typedef {{ language?: string, hidden?: ReadonlySet<string>, view?: View, origin?: string, date?: Date }} PaperOptions */

/**
 * A report for people who write in Markdown.
 * @param {string} text
 * @param {Report} report
 * @param {PaperOptions} [options] the language of the notes, the ids of marks to leave out, where the text comes from,
 * and when it was marked
 * @returns {string}
 */
export function toMarkdown(text, report, { language = "en", hidden, view, origin, date } = {}) {
	const say = sayIn(language);
	const found = notes(text, report, { say, hidden });
	return write([
		...article(text, report, found),
		...sources(text, report, { language, say, hidden, view }),
		...unsourced(text, report, { say, hidden, view }),
		...remarks(text, report, { say, language, view }),
		paragraph({ type: "emphasis", children: [plain(colophon({ say, language, origin, date }))] }),
		...found.map((note) => footnote(note, { say, view })),
	]);
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {Note[]} found
 * @returns {RootContent[]}
 */
function article(text, report, found) {
	/** An item without the bullet in its own words; a number stays. @param {{ start: number, end: number }} block */
	const unsigned = ({ start, end }) => {
		const sign = bulletOf(text.slice(start, end));
		return { start: /\d/.test(sign) ? start : start + sign.length, end };
	};
	/** @param {{ start: number, end: number }} span */
	const words = ({ start, end }) =>
		withNumbers(text, start, end, found).map((part) =>
			typeof part === "string" ? plain(part) : number(part),
		);
	const { blocks, places } = cells(text, sections(text, report.blocks));
	return runs(blocks, places).map(({ run, rows }) => {
		const [{ kind }] = run;
		if (rows.length) return table(rows.map((row) => row.map((cell) => (cell ? words(cell) : []))));
		if (kind === "list-item") return list(run.map((block) => item(paragraph(...words(unsigned(block))))));
		return wrap(kind, words(run[0]));
	});
}

/**
 * @param {Report["blocks"][number]["kind"]} kind
 * @param {PhrasingContent[]} words
 * @returns {RootContent}
 */
function wrap(kind, words) {
	if (kind === "heading") return heading(2, ...words);
	if (kind === "blockquote") return { type: "blockquote", children: [paragraph(...words)] };
	return paragraph(...words);
}

/**
 * Who is credited, with everything they are credited with.
 * @param {string} text
 * @param {Report} report
 * @param {{ language: string, say: Say, hidden?: ReadonlySet<string>, view?: View }} options
 * @returns {RootContent[]}
 */
function sources(text, report, { language, say, hidden, view }) {
	const words = (/** @type {number} */ one) => {
		const { contents, cue } = report.attributions[one];
		return placed(quote(text, contents) || "–", (contents[0] ?? cue).start, { view, say });
	};
	const items = report.sources.map((source) => {
		const shown = source.attributions.filter((one) => !hidden?.has(`a${one}`));
		const said = shown.map((one) => item(paragraph(plain(words(one)))));
		const about = [
			say(`source.${source.kind}`),
			say("sources.statements", { n: shown.length }),
			say("sources.share", { share: percent(language, source.share) }),
		];
		const name = { type: /** @type {const} */ ("strong"), children: [plain(credit(source))] };
		const head = paragraph(name, plain(`: ${about.join(", ")}`));
		return said.length ? item(head, list(said)) : item(head);
	});
	return items.length ? [heading(2, plain(say("print.sources"))), list(items)] : [];
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {{ say: Say, hidden?: ReadonlySet<string>, view?: View }} options
 * @returns {RootContent[]}
 */
function unsourced(text, report, { say, hidden, view }) {
	const items = report.claims
		.filter((claim, number) => isUnsourced(claim) && !hidden?.has(`c${number}`))
		.map(({ spans }) => item(paragraph(plain(placed(quote(text, spans), spans[0].start, { view, say })))));
	return items.length ? [heading(2, plain(say("sources.unsourced"))), list(items)] : [];
}

/**
 * What an editor wrote.
 * @param {string} text
 * @param {Report} report
 * @param {{ say: Say, language: string, view?: View }} options
 * @returns {RootContent[]}
 */
function remarks(text, report, options) {
	const lines = remarkLines(text, report, options);
	const items = lines.map(({ about, said }) => item(paragraph(plain(`“${about}”: ${said}`))));
	return items.length ? [heading(2, plain(remarksTitle(options.say, options.language))), list(items)] : [];
}

/**
 * @param {Note} note
 * @returns {PhrasingContent}
 */
const number = (note) => ({ type: "footnoteReference", identifier: `${note.number}` });

/**
 * @param {Note} note
 * @param {{ say: Say, view?: View }} options
 * @returns {RootContent}
 */
const footnote = ({ number, line, finding }, options) => ({
	type: "footnoteDefinition",
	identifier: `${number}`,
	children: [paragraph(plain(placed(line, finding.start, options)))],
});
