// @ts-check
//! Owns a report as one HTML file to keep or send: the article with its marks, numbered notes, sources, claims
//! without a source. No script, nothing loaded, readable in black and white and on paper.

import { bulletOf } from "../report/bullet.js";
import { isUnsourced } from "../report/finding.js";
import { headlineOf } from "../report/headline.js";
import { nest, piecesOf } from "../report/nest.js";
import { quote } from "../report/quote.js";
import { cells } from "../report/row.js";
import { runs, sections } from "../report/section.js";
import { sayIn } from "../words/every.js";
import { percent } from "../words/words.js";
import { style } from "./html-report-style.js";
import { html } from "./markup.js";
import { colophon, credit, notes, withNumbers } from "./note.js";
import { placed } from "./place.js";
import { remarkLines, remarksTitle } from "./remarks.js";

/** @import { Piece } from "../report/finding.js" */
/** @import { Nest } from "../report/nest.js" */
/** @import { Markup } from "./markup.js" */
/** @import { Note } from "./note.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { Block } from "../report/section.js" */
/** @import { Say } from "../words/words.js" */
/** @import { View } from "../report/view.js" */
/** @typedef {{ language?: string, hidden?: ReadonlySet<string>, view?: View, origin?: string, date?: Date }} PaperOptions */
/** @typedef {{ text: string, report: Report, list: Note[], say: Say, language: string, hidden?: ReadonlySet<string>, view?: View }} Paper */

/**
 * A report for people without saidso.
 * @param {string} text
 * @param {Report} report
 * @param {PaperOptions} [options] the language of the notes, the ids of marks to leave out, where the text comes from,
 * and when it was marked
 * @returns {string}
 */
export function toHTML(text, report, { language = "en", hidden, view, origin, date } = {}) {
	const say = sayIn(language);
	const paper = {
		text,
		report,
		list: notes(text, report, { say, hidden }),
		say,
		language,
		hidden,
		view,
	};
	return `<!doctype html>\n${html`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${headlineOf(text, report, { file: origin, most: 120 }) || "saidso"} – saidso</title>
${style}
</head>
<body>
<main>
<article lang="${report.lang}">
${article(paper)}</article>
${key(paper)}${sources(paper)}${unsourced(paper)}${remarks(paper)}${appendix(paper)}</main>
<footer>${colophon({ say, language, origin, date })} ${report.engine.name} ${report.engine.version}</footer>
</body>
</html>`}\n`;
}

/** @param {Paper} paper */
function article({ text, report, list }) {
	const { blocks, places } = cells(text, sections(text, report.blocks));
	const headline = blocks.find(({ kind }) => kind === "heading");
	const inside = byBlock(blocks, piecesOf(list.map(({ finding }) => finding)));
	const lines = new Map(
		blocks.map((block, number) => {
			const words = draw(nest(inside[number], block.start, block.end), text, list);
			const isSigned = block.kind === "list-item" && bulletOf(text.slice(block.start, block.end)) !== "";
			if (isSigned) return [block, html`<li class="signed" dir="auto">${words}</li>\n`];
			return [block, block === headline ? html`<h1 dir="auto">${words}</h1>\n` : wrap(block.kind, words)];
		}),
	);
	return runs(blocks, places).map(({ run, rows }) => {
		const parts = run.map((block) => lines.get(block));
		if (rows.length) return grid(rows.map((row) => row.map((cell) => cell && lines.get(cell))));
		return run[0].kind === "list-item" ? html`<ul>\n${parts}</ul>\n` : parts;
	});
}

/** @param {(Markup | undefined)[][]} rows */
const grid = (rows) => {
	const cell = (/** @type {Markup | undefined} */ words) => html`<td>${words ?? ""}</td>`;
	return html`<table>\n${rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`)}</table>\n`;
};

/**
 * The pieces that stand in each block; a long quotation stands in several.
 * @param {readonly Block[]} blocks
 * @param {Piece[]} pieces in text order
 * @returns {Piece[][]}
 */
function byBlock(blocks, pieces) {
	/** @type {Piece[][]} */
	const out = blocks.map(() => []);
	let first = 0;
	for (const piece of pieces) {
		while (first < blocks.length && blocks[first].end <= piece.start) first++;
		for (let number = first; blocks[number]?.start < piece.end; number++) out[number].push(piece);
	}
	return out;
}

/**
 * @param {Block["kind"]} kind
 * @param {Markup} words
 */
function wrap(kind, words) {
	if (kind === "heading") return html`<h2 dir="auto">${words}</h2>\n`;
	if (kind === "list-item") return html`<li dir="auto">${words}</li>\n`;
	if (kind === "blockquote") return html`<blockquote dir="auto">${words}</blockquote>\n`;
	return html`<p class="${kind}" dir="auto">${words}</p>\n`;
}

/**
 * The words of a node with the marks inside it and the numbers of the notes.
 * @param {Nest} node
 * @param {string} text
 * @param {Note[]} list
 * @returns {Markup}
 */
function draw({ start, end, inside }, text, list) {
	const out = [];
	let at = start;
	for (const child of inside) {
		out.push(words(text, at, child.start, list), mark(child, text, list));
		at = child.end;
	}
	return html`${out}${words(text, at, end, list)}`;
}

/**
 * @param {Nest} node
 * @param {string} text
 * @param {Note[]} list
 */
function mark(node, text, list) {
	const { role, finding } = /** @type {Piece} */ (node.piece);
	const kind = role === "source" && finding.kind === "unnamed" ? "source unnamed" : role;
	return html`<mark class="${kind}">${draw(node, text, list)}</mark>`;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Note[]} list
 */
const words = (text, start, end, list) =>
	withNumbers(text, start, end, list).map((part) => (typeof part === "string" ? part : number(part)));

/** @param {Note} note */
const number = (note) =>
	html`<sup><a id="text-${note.number}" href="#note-${note.number}">${note.number}</a></sup>`;

/** What the lines mean. @param {Paper} paper */
function key({ list, say }) {
	if (!list.length) return html``;
	const roles = ["source", "unnamed", "cue", "content", "claim", "hedge"].map(
		(role) => html`<li><mark class="${role}" aria-hidden="true">abc</mark>${say(`help.${role}`)}</li>\n`,
	);
	return html`<section>\n<h2>${say("help.marks")}</h2>\n<ul class="key">\n${roles}</ul>\n</section>\n`;
}

/** @param {Paper} paper */
function sources({ text, report, say, language, hidden, view }) {
	if (!report.sources.length) return html``;
	const words = (/** @type {number} */ item) => {
		const { contents, cue } = report.attributions[item];
		return placed(quote(text, contents) || "–", (contents[0] ?? cue).start, { view, say });
	};
	const sections = report.sources.map((source) => {
		const shown = source.attributions.filter((item) => !hidden?.has(`a${item}`));
		const said = shown.map(words);
		const about = [
			say(`source.${source.kind}`),
			say("sources.statements", { n: shown.length }),
			say("sources.share", { share: percent(language, source.share) }),
		];
		return html`<h3 dir="auto">${credit(source)}</h3>\n<p>${about.join(", ")}</p>\n${quotations(said)}`;
	});
	return html`<section>\n<h2>${say("print.sources")}</h2>\n${sections}</section>\n`;
}

/** @param {Paper} paper */
function unsourced({ text, report, say, hidden, view }) {
	const claims = report.claims.filter((claim, item) => isUnsourced(claim) && !hidden?.has(`c${item}`));
	if (!claims.length) return html``;
	const words = (/** @type {Report["claims"][number]} */ { spans }) =>
		placed(quote(text, spans), spans[0].start, { view, say });
	const list = quotations(claims.map(words));
	return html`<section>\n<h2>${say("sources.unsourced")}</h2>\n<p>${say("sources.unsourced.note")}</p>\n${list}</section>\n`;
}

/** What an editor wrote. @param {Paper} paper */
function remarks({ text, report, say, language, view }) {
	const lines = remarkLines(text, report, { view, say, language });
	if (!lines.length) return html``;
	const items = lines.map(({ about, said }) => html`<li dir="auto">“${about}”: ${said}</li>\n`);
	return html`<section>\n<h2>${remarksTitle(say, language)}</h2>\n<ul>\n${items}</ul>\n</section>\n`;
}

/** @param {string[]} list */
const quotations = (list) =>
	html`<ul class="quotations">\n${list.map((words) => html`<li dir="auto">${words}</li>\n`)}</ul>\n`;

/** @param {Paper} paper */
function appendix({ list, say, view }) {
	if (!list.length) return html``;
	const lines = list.map(({ number, line, finding }) => {
		const words = placed(line, finding.start, { say, view });
		return html`<li id="note-${number}">${words} <a href="#text-${number}" aria-label="↑ ${number}">↑</a></li>\n`;
	});
	return html`<section class="notes">\n<h2>${say("print.notes")}</h2>\n<ol>\n${lines}</ol>\n</section>\n`;
}
