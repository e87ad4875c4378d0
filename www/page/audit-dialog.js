// @ts-check
//! Owns the source audit on the page: files in, progress, the tables, files out, and the way to an article and back.

import { articlesIn } from "../audit/articles.js";
import { audit } from "../audit/run.js";
import { fromSaved, isSaved, toSaved } from "../audit/saved.js";
import { toCSV, toHTML, toJSONL } from "../audit/written.js";
import { ready } from "../engine/engine.js";
import { SaidSoError } from "../engine/error.js";
import { h } from "../look/node.js";
import { findings } from "../report/finding.js";
import { deskIn } from "../words/desk.js";
import "./audit.css";
import { tables } from "./audit-view.js";
import { dialog } from "./dialog.js";
import { download } from "./download.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Article } from "../audit/articles.js" */
/** @import { Fault } from "../audit/run.js" */
/** @import { Audit } from "../audit/saved.js" */
/** @import { Say } from "../words/words.js" */
/** @typedef {Audit & { articles: Article[], faults: Fault[], isCut: boolean }} Done */
/** @typedef {{ reader: SaidSoElement, say: Say, language: string }} Desk */

/** The last audit, so that the way leads back to it. @type {Done | null} */
let last = null;

/**
 * @param {SaidSoElement} reader
 * @param {Say} pageSay
 * @param {string} language
 * @param {readonly File[]} [files] to begin with
 */
export function auditDialog(reader, pageSay, language, files = []) {
	const say = deskIn(pageSay, language);
	const desk = { reader, say, language };
	const choice = h("input", { type: "file", multiple: true, hidden: true });
	const open = h("button", { type: "button", class: "primary" }, say("audit.files"));
	const result = h("div", { class: "audit" });
	const node = dialog(
		say("audit.title"),
		say,
		h("p", {}, say("audit.note")),
		h("p", {}, open, choice),
		result,
	);
	node.classList.add("wide");
	open.addEventListener("click", () => choice.click());
	choice.addEventListener("change", () => begin([...(choice.files ?? [])], desk, node, result));
	node.addEventListener("paste", (event) => {
		const words = event.clipboardData?.getData("text/plain") ?? "";
		const files = [...(event.clipboardData?.files ?? []), ...pasted(words)];
		const isField = /** @type {HTMLElement} */ (event.target).matches("input");
		if (isField || !files.length) return;
		event.preventDefault();
		event.stopPropagation();
		begin(files, desk, node, result);
	});
	node.addEventListener("dragover", (event) => event.preventDefault());
	node.addEventListener("drop", (event) => {
		event.preventDefault();
		event.stopPropagation();
		begin([...(event.dataTransfer?.files ?? [])], desk, node, result);
	});
	if (files.length) begin(files, desk, node, result);
	else if (last) show(last, desk, node, result);
}

/** What stands alone on a line between pasted articles. */
const BETWEEN = /^[ \t]*(?:-{3,}|\*{3,}|={3,})[ \t]*$/m;

/**
 * Several articles pasted at once, apart by lines of dashes.
 * @param {string} words
 */
const pasted = (words) =>
	words
		.split(BETWEEN)
		.filter((part) => part.trim())
		.map((part, at) => new File([part.trim()], `${at + 1}.txt`));

/**
 * @param {readonly File[]} files
 * @param {Desk} desk
 * @param {HTMLDialogElement} node
 * @param {HTMLElement} result
 */
async function begin(files, desk, node, result) {
	if (!files.length) return;
	const { reader, say } = desk;
	const ending = new AbortController();
	const bar = h("progress", { max: 1, value: 0, "aria-label": say("status.loading") });
	const count = h("span", { role: "status" }, say("status.loading"));
	const cancel = h("button", { type: "button" }, say("status.cancel"));
	cancel.addEventListener("click", () => ending.abort());
	node.addEventListener("close", () => ending.abort(), { once: true });
	result.replaceChildren(h("p", { class: "progress" }, bar, count, cancel));
	try {
		// The core says who is who, also of an audit that was saved.
		await ready();
		last = (await saved(files)) ?? (await read(files, { reader, signal: ending.signal, progress }));
		if (last.records.length + last.faults.length) show(last, desk, node, result);
		else result.replaceChildren(h("p", { role: "alert" }, say("audit.none")));
	} catch (error) {
		const code = error instanceof SaidSoError ? error.code : "engine-crash";
		result.replaceChildren(h("p", { role: "alert" }, say(`error.${code}`)));
	}

	/** @param {number} n @param {number} all */
	function progress(n, all) {
		bar.max = all;
		bar.value = n;
		// A screen reader is not told of each.
		if (n === all || n % Math.ceil(all / 20) === 0) count.textContent = say("audit.progress", { n, all });
	}
}

/**
 * An audit that was saved, where that is what the file is.
 * @param {readonly File[]} files
 * @returns {Promise<Done | null>}
 */
async function saved(files) {
	const [file] = files;
	if (files.length > 1 || !(await isSaved(file))) return null;
	return { ...fromSaved(await file.text()), articles: [], faults: [], isCut: false };
}

/**
 * @param {readonly File[]} files
 * @param {{ reader: SaidSoElement, signal: AbortSignal, progress(n: number, all: number): void }} how
 * @returns {Promise<Done>}
 */
async function read(files, { reader, signal, progress }) {
	const articles = await articlesIn(files);
	const options = { lexicons: reader.lexicons };
	const done = await audit(articles, { options, signal, progress: (n) => progress(n, articles.length) });
	return {
		records: done.read.map(({ record }) => record),
		articles: done.read.map(({ article }) => article),
		faults: done.faults,
		isCut: signal.aborted,
		own: { columns: [], values: {}, joins: {} },
	};
}

/**
 * @param {Done} done
 * @param {Desk} desk
 * @param {HTMLDialogElement} node
 * @param {HTMLElement} result
 */
function show(done, desk, node, result) {
	const { say, language } = desk;
	const { faults, isCut } = done;
	const name = new Date().toISOString().slice(0, 10);
	const file = (
		/** @type {string} */ key,
		/** @type {string} */ ending,
		/** @type {() => string} */ write,
		type = "text/plain",
	) => {
		const button = h("button", { type: "button" }, say(`audit.${key}`));
		button.addEventListener("click", () => download(write(), type, `sources-${name}.${ending}`));
		return button;
	};
	const why = (/** @type {unknown} */ error) => (error instanceof Error ? error.message : String(error));
	result.replaceChildren(
		isCut ? h("p", { role: "status" }, say("audit.cancelled")) : "",
		faults.length
			? h(
					"details",
					{ class: "faults" },
					h("summary", {}, say("audit.faults", { n: faults.length })),
					h("ul", {}, ...faults.map((one) => h("li", {}, h("b", {}, one.name), ` – ${why(one.error)}`))),
				)
			: "",
		h(
			"p",
			{ class: "exports" },
			file("csv", "csv", () => toCSV(done), "text/csv"),
			file("jsonl", "jsonl", () => toJSONL(done), "application/jsonl"),
			file("html", "html", () => toHTML(done, { say, language }), "text/html"),
			file("save", "audit.json", () => toSaved(done), "application/json"),
		),
		...tables(done, {
			say,
			language,
			open: done.articles.length
				? (record, start) => openArticle(done.articles[record], start, desk, node)
				: null,
			again: () => show(done, desk, node, result),
		}),
	);
}

/**
 * Shows an article in the reader, at a statement, with the way back.
 * @param {Article} article
 * @param {number | null} start
 * @param {Desk} desk
 * @param {HTMLDialogElement} node
 */
async function openArticle(article, start, { reader, say, language }, node) {
	const { text, blocks, pages, report, view } = await article.read();
	node.close();
	if (report) reader.open(text, report);
	else await reader.annotate(text, { blocks });
	if (view ?? pages) reader.view = view ?? { ...reader.view, pages };
	const back = { words: say("audit.back"), act: () => auditDialog(reader, say, language) };
	reader.notify(say("audit.from"), { code: "audit.from", actions: [back] });
	const found = findings(reader.report).find(
		({ pieces, kind }) => kind !== "sentence" && pieces.some((piece) => piece.start === start),
	);
	if (found) reader.select(found.id);
}
