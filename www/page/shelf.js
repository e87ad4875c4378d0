// @ts-check
//! Owns what is kept on the reader's device, in IndexedDB, and only there: articles with their reports, corrections and
//! notes, settings, word lists. Until it is switched on nothing is stored, not even the store itself.

import { deleteDB, openDB } from "idb";
import { fromJSON } from "../intake/import.js";
import { switchShelf } from "./shelf-switch.js";

/** @import { IDBPDatabase } from "idb" */
/** `changes` are corrections and notes.
 * @typedef {{ id: string, title: string, at: number, sources: number, changes: number, notes?: number, print?: string }} Head */
/** @import { Lexicon } from "../engine/engine.js" */
/** @typedef {{ theme: string, language: string, lexicons: Lexicon[] }} Settings */

const NAME = "saidso";

/** @type {Promise<IDBPDatabase> | null} */
let opened = null;

/** Switches it on; throws where the browser allows no store. */
export async function turnOn() {
	await store();
	switchShelf(true);
}

/** Switches it off, and deletes all that was kept. */
export async function turnOff() {
	switchShelf(false);
	(await opened)?.close();
	opened = null;
	await deleteDB(NAME);
}

function store() {
	opened ??= openDB(NAME, 1, {
		upgrade(db) {
			db.createObjectStore("heads", { keyPath: "id" }).createIndex("at", "at");
			db.createObjectStore("articles");
			db.createObjectStore("settings");
		},
	});
	return opened;
}

/**
 * Keeps an article, instead of what was kept under its id.
 * @param {Head} head
 * @param {string} json as `toJSON` writes it
 */
export async function put(head, json) {
	const change = (await store()).transaction(["heads", "articles"], "readwrite");
	await Promise.all([
		change.objectStore("heads").put(head),
		change.objectStore("articles").put(json, head.id),
		change.done,
	]);
}

/** What is kept, the latest first. @returns {Promise<Head[]>} */
export const list = async () => (await (await store()).getAllFromIndex("heads", "at")).reverse();

/** @param {string} id @returns {Promise<Head | undefined>} */
export const headOf = async (id) => (await store()).get("heads", id);

/** @param {string} id @returns {Promise<string | undefined>} as `toJSON` wrote it */
export const get = async (id) => (await store()).get("articles", id);

/** @param {string} id */
export async function remove(id) {
	const change = (await store()).transaction(["heads", "articles"], "readwrite");
	await Promise.all([
		change.objectStore("heads").delete(id),
		change.objectStore("articles").delete(id),
		change.done,
	]);
}

/** Deletes all articles; settings and word lists stay. */
export async function clear() {
	const change = (await store()).transaction(["heads", "articles"], "readwrite");
	await Promise.all([
		change.objectStore("heads").clear(),
		change.objectStore("articles").clear(),
		change.done,
	]);
}

/**
 * The ids of the articles that hold some words.
 * @param {string} words
 * @returns {Promise<Set<string>>}
 */
export async function search(words) {
	const sought = words.toLocaleLowerCase();
	const found = new Set();
	let cursor = await (await store()).transaction("articles").store.openCursor();
	while (cursor) {
		if (JSON.parse(cursor.value).text.toLocaleLowerCase().includes(sought)) found.add(cursor.key);
		cursor = await cursor.continue();
	}
	return found;
}

/**
 * What was corrected and noted in the articles that are kept, by their texts.
 * @returns {Promise<Map<string, { corrections?: import("../report/correction.js").Correction[], remarks?: import("../report/correction.js").Remark[] }>>}
 */
export async function changes() {
	const made = new Map();
	// Of a text that is kept twice the latest holds.
	for (const { id, changes: n } of (await list()).reverse()) {
		const json = n ? await get(id) : undefined;
		if (!json) continue;
		const { text, view } = fromJSON(json);
		made.set(text, { corrections: view.corrections, remarks: view.remarks });
	}
	return made;
}

/** @param {Settings} settings */
export const putSettings = async (settings) => (await store()).put("settings", settings, "page");

/** Notes which article was open last. @param {string} id */
export const putLast = async (id) => (await store()).put("settings", id, "last");

/** @returns {Promise<string | undefined>} */
export const last = async () => (await store()).get("settings", "last");

/** @returns {Promise<Settings | undefined>} */
export const settings = async () => (await store()).get("settings", "page");
