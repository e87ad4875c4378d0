// @ts-check
//! Owns taking kept articles in from files, and saying in a sentence for each thing that happened what to do about it. One
//! that is damaged keeps none of the others out.

import { SaidSoError } from "../engine/error.js";
import { takeIn } from "./shelf-file.js";

/** @import { Say } from "../words/words.js" */
/** @import { Taken } from "./shelf-file.js" */

/** What became of articles, in the order in which it is told, by the keys of the words. @type {Record<Taken, string>} */
const TOLD = {
	new: "shelf.imported",
	later: "shelf.later",
	same: "shelf.same",
	older: "shelf.older",
};

/**
 * @param {readonly File[]} files
 * @param {Say} say
 * @returns {Promise<string[]>} what to say
 */
export async function takeInFiles(files, say) {
	/** @type {Map<Taken, number>} */
	const times = new Map();
	const faults = [];
	for (const file of files) faults.push(await takeInFile(file, times, say));
	const told = /** @type {Taken[]} */ (Object.keys(TOLD)).flatMap((taken) => {
		const n = times.get(taken);
		return n ? say(TOLD[taken], { n }) : [];
	});
	return [told.join(" "), ...faults].filter(Boolean);
}

/**
 * @param {File} file
 * @param {Map<Taken, number>} times how often what became of an article, which is counted on
 * @param {Say} say
 * @returns {Promise<string>} what is wrong with the file; empty where nothing is
 */
async function takeInFile(file, times, say) {
	const { name } = file;
	const lines = linesOf(await file.text());
	if (!lines.length) return say("shelf.empty", { name });
	let damaged = 0;
	for (const line of lines)
		try {
			const taken = await takeIn(line);
			times.set(taken, (times.get(taken) ?? 0) + 1);
		} catch (error) {
			if (error instanceof DOMException) return say("page.shelf.full");
			if (!(error instanceof SaidSoError)) throw error;
			damaged++;
		}
	if (damaged && lines.some(isNewer)) return say("shelf.newer", { name });
	// What never was such a file has not a single article of ours in it.
	if (damaged === lines.length && !lines.some(isOurs)) return say("shelf.bad", { name });
	return damaged ? say("shelf.damaged", { name, n: damaged }) : "";
}

/**
 * The articles in a file: one a line, or a report whose lines were broken by another program.
 * @param {string} words
 */
function linesOf(words) {
	try {
		return [JSON.stringify(JSON.parse(words.replace(/^\ufeff/, "")))];
	} catch {
		return words.split("\n").filter((line) => line.trim());
	}
}

/** @param {string} line */
const isOurs = (line) => line.slice(0, 80).includes("saidso/bundle/1");

/** @param {string} line */
const isNewer = (line) => /"saidso\/bundle\/(?!1")\d+"/.test(line.slice(0, 80));
