// @ts-check
//! Who is measured: saidso and its peers, each as a function that loads it and gives the work it does on a text.

import { readFileSync } from "node:fs";

/** @typedef {{ name: string, does: string, load: () => Promise<(text: string) => unknown> }} Contender */

async function saidso() {
	const wasm = new URL("../www/pkg/saidso_bg.wasm", import.meta.url);
	const saidso = await import("../www/pkg/saidso.js");
	saidso.initSync({ module: readFileSync(wasm) });
	return saidso;
}

/** @type {Contender[]} what each whole tool makes of an article; the first is the measure of the others */
export const whole = [
	{
		name: "saidso",
		does: "the whole annotation",
		load: async () => {
			const { annotate } = await saidso();
			return (text) => annotate(text, { maxChars: 100_000_000 });
		},
	},
	{
		name: "wink-nlp",
		does: "sentences, tags, entities",
		load: async () => {
			const [{ default: winkNLP }, { default: model }] = await Promise.all([
				import("wink-nlp"),
				import("wink-eng-lite-web-model"),
			]);
			const nlp = winkNLP(model);
			return (text) => nlp.readDoc(text).sentences().out();
		},
	},
	{
		name: "compromise/three",
		does: "sentences, tags, phrases",
		load: async () => {
			const { default: nlp } = await import("compromise/three");
			return (text) => nlp(text).out("array");
		},
	},
	{
		name: "compromise/one",
		does: "sentences, terms",
		load: async () => {
			const { default: nlp } = await import("compromise/one");
			return (text) => nlp(text).out("array");
		},
	},
];

/**
 * One by one: kept together, the segments of a long text fill Node's memory.
 * @param {Iterable<unknown>} segments
 */
function count(segments) {
	let count = 0;
	for (const _ of segments) count += 1;
	return count;
}

/** @type {Contender[]} splitting into sentences alone */
export const splitting = [
	{
		name: "saidso, sentences",
		does: "sentences",
		load: async () => (await saidso()).sentences,
	},
	{
		name: "Intl.Segmenter",
		does: "sentences",
		load: async () => {
			const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
			return (text) => count(segmenter.segment(text));
		},
	},
	{
		name: "sentencex (wasm)",
		does: "sentences",
		load: async () => {
			const sentencex = await import("sentencex-wasm");
			const wasm = new URL(import.meta.resolve("sentencex-wasm/sentencex_wasm_bg.wasm"));
			sentencex.initSync({ module: readFileSync(wasm) });
			return (text) => sentencex.get_sentence_boundaries("en", text);
		},
	},
	{
		name: "sbd",
		does: "sentences",
		load: async () => {
			// @ts-expect-error sbd comes without types
			const { default: sbd } = await import("sbd");
			return (text) => sbd.sentences(text);
		},
	},
];
