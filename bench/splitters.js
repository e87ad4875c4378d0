// @ts-check
//! Who splits: saidso and its peers, each as a function that loads it and gives where the sentences of a text end.

import { readFileSync } from "node:fs";

/** @typedef {(text: string) => number[]} Split where sentences end, in UTF-16 units, white space at the ends left out or not */
/** @typedef {{ name: string, load: () => Promise<Split> }} Splitter */

/**
 * Where each of some strings ends in the text they were cut from; engines may have changed the white space.
 * @param {string} text
 * @param {string[]} parts
 */
function ends(text, parts) {
	let at = 0;
	return parts.map((part) => {
		for (const character of part.replace(/\s+/gu, "")) {
			while (at < text.length && /\s/u.test(text[at])) at++;
			at += character.length;
		}
		return at;
	});
}

async function saidso() {
	const saidso = await import("../www/pkg/saidso.js");
	saidso.initSync({ module: readFileSync(new URL("../www/pkg/saidso_bg.wasm", import.meta.url)) });
	return saidso.sentences;
}

/** @param {Uint32Array} pairs */
const second = (pairs) => [...pairs].filter((_, n) => n % 2);

/** @type {Splitter} */
export const own = {
	name: "saidso",
	load: async () => {
		const sentences = await saidso();
		return (text) => second(sentences(text));
	},
};

/**
 * @param {string} language
 * @returns {Splitter}
 */
export const intl = (language) => ({
	name: "Intl.Segmenter",
	load: async () => {
		const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
		return (text) => Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);
	},
});

/**
 * @param {string} language
 * @returns {Splitter}
 */
export const sentencex = (language) => ({
	name: "sentencex",
	load: async () => {
		const sentencex = await import("sentencex-wasm");
		const wasm = new URL(import.meta.resolve("sentencex-wasm/sentencex_wasm_bg.wasm"));
		sentencex.initSync({ module: readFileSync(wasm) });
		return (text) => ends(text, sentencex.segment(language, text));
	},
});

/** @type {Splitter[]} */
export const peers = [
	{
		name: "UAX #29",
		load: async () => {
			const sentences = await saidso();
			return (text) => second(sentences(text, { method: "standard" }));
		},
	},
	intl("en"),
	sentencex("en"),
	{
		name: "sbd",
		load: async () => {
			// @ts-expect-error sbd comes without types
			const { default: sbd } = await import("sbd");
			return (text) => ends(text, sbd.sentences(text, { newline_boundaries: true }));
		},
	},
	{
		name: "wink-nlp",
		load: async () => {
			const [{ default: winkNLP }, { default: model }] = await Promise.all([
				import("wink-nlp"),
				import("wink-eng-lite-web-model"),
			]);
			const nlp = winkNLP(model, ["sbd"]);
			return (text) => ends(text, nlp.readDoc(text).sentences().out());
		},
	},
	{
		name: "compromise",
		load: async () => {
			const { default: nlp } = await import("compromise/one");
			return (text) =>
				ends(
					text,
					nlp(text)
						.json({ text: true })
						.map((/** @type {{ text: string }} */ { text }) => text),
				);
		},
	},
];
