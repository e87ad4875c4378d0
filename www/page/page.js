// @ts-check
//! Owns the page round the component: sample, tools, keys, pasting and dropping anywhere.

import "../element/define.js";
import { KINDS } from "../report/finding.js";
import { sayIn } from "../words/every.js";
import { languageFor } from "../words/words.js";
import { forget, isKept, keep, keptSettings, reopen } from "./keeping.js";
import { loaded, touched, watch } from "./lock.js";
import { warn } from "./notice.js";
import { isWhole, keepOffline, keepRest } from "./offline.js";
import { preload } from "./preload.js";
import { SAMPLE, sampleBlocks } from "./sample.js";
import { settings } from "./settings.js";
import { leaveLink, openShared, shareDialog } from "./share-dialog.js";
import { isShelved } from "./shelf-switch.js";
import { titleOf } from "./title.js";

/** @import { SaidSoElement } from "../element/define.js" */

const reader = /** @type {SaidSoElement} */ (document.querySelector("said-so"));
const root = document.documentElement;
let language = languageFor(navigator.languages);
let theme = "auto";
let say = sayIn(language);
let isBegun = false;

/** @type {Record<string, () => unknown>} */
const TOOLS = {
	share: () => shareDialog(reader, say),
	export: async () => (await import("./export-dialog.js")).exportDialog(reader, say),
	print: () => print(),
	help: showHelp,
	more: () =>
		settings(
			say,
			{ theme, language, kept: isKept() },
			{
				theme: setTheme,
				language: setLanguage,
				compare,
				add: () => reader.addMarks(),
				teach,
				load,
				words: openWords,
				clear,
				keep: setKept,
				audit: () => openAudit(),
				shelf: openShelf,
			},
		),
	sample: showSample,
};

for (const [id, act] of Object.entries(TOOLS)) document.getElementById(id)?.addEventListener("click", act);

function showSample() {
	return reader.annotate(SAMPLE, { blocks: sampleBlocks(), example: true }).catch(() => {});
}

async function showHelp() {
	(await import("./help.js")).help(say);
}

async function compare() {
	(await import("./compare-dialog.js")).compareDialog(reader, say);
}

function teach() {
	reader.teach();
}

/** @param {readonly File[]} [files] */
async function openAudit(files) {
	const { auditDialog } = await import("./audit-dialog.js");
	auditDialog(reader, say, language, files);
}

async function openShelf() {
	const { shelfDialog } = await import("./shelf-dialog.js");
	shelfDialog(reader, say, language, async () => {
		setLanguage(language);
		await shelve((it) => it.shelveNow(reader, SAMPLE));
	});
}

/**
 * Does something about what is kept on the device, if the reader has switched that on.
 * @template T
 * @param {(it: typeof import("./shelving.js")) => T} act
 * @returns {Promise<Awaited<T> | undefined>}
 */
async function shelve(act) {
	if (!isShelved()) return undefined;
	try {
		return await act(await import("./shelving.js"));
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
		warn(reader, say, "page.shelf.full");
	}
}

function load() {
	const choice = Object.assign(document.createElement("input"), { type: "file", accept: ".json" });
	choice.addEventListener("change", async () => {
		const [file] = choice.files ?? [];
		if (file) (await import("./saved.js")).openSaved(reader, say, file, SAMPLE);
	});
	choice.click();
}

async function openWords() {
	(await import("./word-dialog.js")).wordDialog(reader, say, language, () => keepNow());
}

function clear() {
	const isWanted = reader.value !== "" && reader.value !== SAMPLE;
	reader.clear();
	reader.focus();
	const back = { words: say("undo.back"), act: () => reader.undo() };
	if (isWanted) reader.notify(say("undo.cleared"), { code: "undo.cleared", actions: [back] });
}

/** @param {boolean} on whether article and settings outlast a reload */
function setKept(on) {
	if (!on) forget();
	else if (!keep(reader, { theme, language }, SAMPLE)) warn(reader, say, "keep.full");
}

/**
 * Keeps article and settings wherever the reader wants them kept.
 * @param {boolean} [isEdited] whether it is the article before, changed by its reader
 */
function keepNow(isEdited) {
	// What was kept is opened first.
	if (!isBegun) return;
	shelve((it) => it.shelve(reader, SAMPLE, isEdited));
	shelve((it) => it.shelveSettings(reader, { theme, language }));
	if (isKept() && !keep(reader, { theme, language }, SAMPLE)) warn(reader, say, "keep.full");
}

/** @param {string} name */
function setTheme(name) {
	theme = name;
	root.dataset.theme = name;
	reader.setAttribute("theme", name);
	keepNow();
}

/** @param {string} tag */
function setLanguage(tag) {
	language = tag;
	say = sayIn(tag);
	root.lang = tag;
	reader.lang = tag;
	for (const node of document.querySelectorAll("[data-say]"))
		node.textContent = say(String(node.getAttribute("data-say")));
	const privacy = document.querySelector("[data-say='page.privacy']");
	if (privacy && isShelved()) privacy.textContent = say("page.privacy.kept");
	for (const node of document.querySelectorAll("[data-label]"))
		node.setAttribute("aria-label", say(String(node.getAttribute("data-label"))));
	keepNow();
}

document.addEventListener("paste", (event) => {
	if (isField(event.composedPath()[0]) || !event.clipboardData) return;
	event.preventDefault();
	reader.take(event.clipboardData);
});

const drop = Object.assign(document.createElement("div"), { className: "drop", hidden: true });
document.body.append(drop);
/** Whether what is dragged comes from this page: words of the article that is here already. */
let isOurs = false;
document.addEventListener("dragstart", () => {
	isOurs = true;
});
document.addEventListener("dragend", () => {
	isOurs = false;
});
document.addEventListener("dragover", (event) => {
	if (isOurs) return;
	event.preventDefault();
	drop.textContent = say("page.drop");
	drop.hidden = false;
});
document.addEventListener("dragleave", (event) => {
	if (!event.relatedTarget) drop.hidden = true;
});
document.addEventListener("drop", (event) => {
	if (isOurs) return;
	event.preventDefault();
	drop.hidden = true;
	const { dataTransfer } = event;
	if (dataTransfer) reader.take(dataTransfer);
});

/** What holds many articles, or a saved audit of them. */
const MANY = /\.(?:zip|jsonl|ndjson|csv|tsv)$|\.audit\b.*\.json$/i;

// However files come, several are shown one after the other, and offered in one table; what holds many articles is a table at once.
reader.addEventListener("said-so-files", async (event) => {
	const { files, take } = event.detail;
	event.preventDefault();
	if (files.some(({ name }) => MANY.test(name))) return openAudit(files);
	if (!(await take()) || files.length < 2) return;
	const all = { words: say("page.audit.all", { n: files.length }), act: () => openAudit(files) };
	reader.notify(say("page.audit.several"), { code: "page.audit", actions: [all] });
});

document.addEventListener("keydown", (event) => {
	if (document.querySelector("dialog[open]")) return;
	if (event.key === "F8") event.shiftKey ? reader.previous() : reader.next();
	else if (isChord(event, "KeyH")) reader.plain = !reader.plain;
	else if (isChord(event, "KeyM")) reader.togglePanel();
	else if (event.altKey && event.code === "KeyM") reader.addMarks();
	else if (event.altKey && /^Digit[1-5]$/.test(event.code)) reader.toggle(KINDS[Number(event.code[5]) - 1]);
	else if (event.key === "?" && !isField(event.composedPath()[0])) showHelp();
	else if (isUndo(event)) {
		if (!reader.undo()) return;
	} else if (event.key === "Escape" && !isField(event.composedPath()[0])) reader.back();
	else return;
	event.preventDefault();
});

/**
 * @param {KeyboardEvent} event
 * @param {string} code
 */
const isChord = (event, code) => (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === code;

/** @param {KeyboardEvent} event */
const isUndo = (event) =>
	(event.ctrlKey || event.metaKey) &&
	!event.shiftKey &&
	event.code === "KeyZ" &&
	!isField(event.composedPath()[0]);

/** @param {EventTarget} target */
const isField = (target) =>
	target instanceof HTMLElement &&
	(target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

addEventListener("hashchange", () => begin());

const TITLE = document.title;
const origin = document.getElementById("origin");
const sample = document.getElementById("sample");
reader.addEventListener("said-so-report", ({ detail }) => {
	if (origin) origin.hidden = reader.value !== SAMPLE;
	if (reader.value && reader.value !== SAMPLE) touched();
	if (sample) sample.hidden = reader.value !== "";
	document.title = titleOf(reader) ?? TITLE;
	leaveLink(reader);
	keepNow(detail.edited);
});
// What was hidden since, too, is kept.
addEventListener("pagehide", () => {
	keepNow();
});

/** Shows the article of the link, or else the sample; a link that cannot be opened says why. */
async function begin() {
	const shared = await openShared(reader);
	const isEmpty = () => shared !== "opened" && !reader.value;
	if (isEmpty() && !reopen(reader)) await shelve((it) => it.unshelveLast(reader));
	if (isEmpty()) await showSample();
	if (shared.startsWith("error.")) warn(reader, say, shared);
}

watch();
const before = { ...(await shelve((it) => it.unshelveSettings())), ...keptSettings() };
setLanguage(languageFor([before.language ?? language]));
if (before.theme) setTheme(before.theme);
if (before.lexicons) reader.lexicons = before.lexicons;
await begin();
isBegun = true;
await Promise.all([preload(), keepOffline()]);
let isOnline = true;
/** Says that there is no connection, and what that takes away. */
async function offline() {
	isOnline = false;
	const key = (await isWhole()) ? "page.offline" : "page.offline.pdf";
	if (!isOnline) reader.notify(say(key), { code: "page.offline" });
}
if (!navigator.onLine) offline();
else keepRest();
addEventListener("offline", offline);
addEventListener("online", () => {
	isOnline = true;
	reader.dismiss("page.offline");
});
loaded();
root.dataset.ready = "yes";
