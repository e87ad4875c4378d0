// @ts-check
//! Owns finding the articles in what was dropped or opened: text, Markdown, HTML and Word files, saved reports, JSON
//! lines, tables with a column of text, and zip files of these. An article is read only when its turn comes.

import { SaidSoError } from "../engine/error.js";
import { decode } from "../intake/encoding.js";
import { fromFile } from "../intake/intake.js";
import { reportIn } from "./told.js";

/** @import { Found } from "../intake/found.js" */
/** @import { Meta } from "./record.js" */
/** @import { Row } from "./told.js" */
/** @typedef {{ name: string, meta: Partial<Meta>, read(): Promise<Found> }} Article */

/** More is taken for a mistake. */
const MOST = 20_000;
/** A file inside of a zip file that is longer than this is refused. */
const LONGEST = 32 * 1024 * 1024;

/** Under which names tables and JSON lines keep what is said of an article. @type {Record<keyof Meta | "text" | "id", RegExp>} */
const FIELDS = {
	text: /^(?:text|body|content|article|full_?text|story)$/i,
	title: /^(?:title|headline)$/i,
	section: /^(?:section|category|topic|desk)$/i,
	author: /^(?:authors?|byline|writer|reporter)$/i,
	date: /^(?:date|published|publication_?date|pub_?date|published_?at)$/i,
	id: /^(?:id|name|file|url)$/i,
};

/** @type {Record<string, (file: File) => Promise<Article[]>>} */
const MANY = {
	zip: fromZip,
	jsonl: async (file) => (await words(file)).split("\n").flatMap((line, at) => fromLine(file.name, line, at)),
	csv: fromTable,
	tsv: fromTable,
	json: fromJson,
};
MANY.ndjson = MANY.jsonl;

/** @param {string} name */
const ending = (name) => name.toLowerCase().split(".").at(-1) ?? "";

/**
 * Whether a file may hold several articles.
 * @param {{ name: string }} file
 */
export const isMany = ({ name }) => ["zip", "jsonl", "ndjson", "csv", "tsv"].includes(ending(name));

/**
 * Every article in some files. What cannot be opened is an article whose reading fails, so that it is named.
 * @param {readonly File[]} files
 * @returns {Promise<Article[]>}
 */
export async function articlesIn(files) {
	const lists = await Promise.all(files.map(inFile));
	const all = lists.flat();
	if (all.length > MOST) throw new SaidSoError("too-long", `${all.length} articles are too many`);
	return all;
}

/**
 * @param {File} file
 * @returns {Promise<Article[]>}
 */
async function inFile(file) {
	const open = MANY[ending(file.name)];
	if (!open) return [{ name: file.name, meta: {}, read: () => fromFile(file) }];
	try {
		return await open(file);
	} catch (error) {
		return [{ name: file.name, meta: {}, read: () => Promise.reject(error) }];
	}
}

/**
 * @param {File} file
 * @returns {Promise<string>}
 */
async function words(file) {
	const read = decode(await file.arrayBuffer());
	if (!read) throw new SaidSoError("unsupported-file", `cannot read ${file.name}`);
	return read.text.replace(/^\ufeff/, "");
}

/**
 * @param {File} file
 * @returns {Promise<Article[]>}
 */
async function fromZip(file) {
	const { default: JSZip } = await import("jszip");
	const zip = await JSZip.loadAsync(await file.arrayBuffer());
	const entries = Object.values(zip.files).filter(
		({ name, dir }) => !dir && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(name) && ending(name) !== "zip",
	);
	const unpack = async (/** @type {import("jszip").JSZipObject} */ entry) => {
		const bytes = await entry.async("arraybuffer");
		if (bytes.byteLength > LONGEST) throw new SaidSoError("too-long", `${entry.name} is too long`);
		return new File([bytes], entry.name);
	};
	const lists = entries.map(async (entry) =>
		isMany(entry)
			? inFile(await unpack(entry))
			: [{ name: entry.name, meta: {}, read: async () => fromFile(await unpack(entry)) }],
	);
	return (await Promise.all(lists)).flat();
}

/**
 * @param {File} file
 * @returns {Promise<Article[]>}
 */
async function fromTable(file) {
	const { default: Papa } = await import("papaparse");
	const { data, meta } = Papa.parse(await words(file), { header: true, skipEmptyLines: true });
	const rows = /** @type {Row[]} */ (data);
	const fields = meta.fields ?? [];
	const column = fields.find((name) => FIELDS.text.test(name)) ?? longest(rows, fields);
	if (column === undefined) throw new SaidSoError("unsupported-file", "no column of text in it");
	return rows.map((row, at) => fromRow(file.name, { ...row, text: row[column] }, at));
}

/** More than a name, a number or a date. */
const SOME_WORDS = /\p{L}\P{L}+(?:\p{L}+\P{L}+){2}/u;

/**
 * The column with most in it, of those that hold sentences.
 * @param {Row[]} rows
 * @param {string[]} names
 */
function longest(rows, names) {
	const cells = (/** @type {string} */ name) => rows.slice(0, 50).map((row) => String(row[name] ?? ""));
	const length = (/** @type {string} */ name) => cells(name).join("").length;
	return names
		.filter((name) => cells(name).some((cell) => SOME_WORDS.test(cell)))
		.toSorted((a, b) => length(b) - length(a))[0];
}

/**
 * A list of articles, or one saved report.
 * @param {File} file
 * @returns {Promise<Article[]>}
 */
async function fromJson(file) {
	const head = (await file.slice(0, 64).text()).replace(/^\ufeff/, "").trimStart();
	const isReport = /^\{\s*"schema":\s*"saidso\/report\/1"/.test(head);
	if (isReport) return [{ ...fromRow(file.name, JSON.parse(await words(file)), 0), name: file.name }];
	if (!head.startsWith("[")) return [{ name: file.name, meta: {}, read: () => fromFile(file) }];
	const rows = JSON.parse(await words(file));
	return rows.map((/** @type {Row} */ row, /** @type {number} */ at) => fromRow(file.name, row, at));
}

/**
 * @param {string} name
 * @param {string} line
 * @param {number} at
 * @returns {Article[]}
 */
function fromLine(name, line, at) {
	if (!line.trim()) return [];
	try {
		return [fromRow(name, JSON.parse(line), at)];
	} catch (cause) {
		const error = new SaidSoError("unsupported-file", `line ${at + 1} is no JSON`, { cause });
		return [{ name: `${name}:${at + 1}`, meta: {}, read: () => Promise.reject(error) }];
	}
}

/**
 * @param {string} file
 * @param {Row} row
 * @param {number} at
 * @returns {Article}
 */
function fromRow(file, row, at) {
	const value = (/** @type {keyof typeof FIELDS} */ field) => {
		const name = Object.keys(row ?? {}).find((one) => FIELDS[field].test(one));
		if (field === "text") return typeof row?.[name ?? ""] === "string" ? String(row[name ?? ""]) : "";
		return name === undefined ? "" : told(row[name]);
	};
	const name = value("id") ? `${file}: ${value("id").slice(0, 80)}` : `${file}:${at + 1}`;
	const [title, section, author, date] = /** @type {const} */ (["title", "section", "author", "date"]).map(
		value,
	);
	const text = value("text").replace(/\r\n?/g, "\n");
	const read = async () => {
		const report = reportIn(row, { text, origin: value("id") });
		if (report) return report;
		if (!text) throw new SaidSoError("unsupported-file", "there is no text in it");
		return { text };
	};
	return { name, meta: { title, section, author, date }, read };
}

/**
 * Words and numbers as they are, and names of what has one, several with semicolons between them, as for `saidso audit`.
 * @param {unknown} value
 * @returns {string}
 */
function told(value) {
	if (Array.isArray(value)) return value.map(told).filter(Boolean).join("; ");
	if (typeof value === "object") return told(/** @type {Row | null} */ (value)?.name ?? "");
	return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
