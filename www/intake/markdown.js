// @ts-check
//! Owns reading Markdown: its blocks, without its signs, by the same parser that checks our own Markdown.

import { fromMarkdown as parse } from "mdast-util-from-markdown";

/** @import { Block } from "../report/block.js" */

/** @type {Record<string, string>} */
const KINDS = { heading: "heading", paragraph: "paragraph", code: "paragraph" };

/**
 * @param {string} markdown
 * @returns {{ text: string, blocks: Block[] }}
 */
export function fromMarkdown(markdown) {
	/** @type {Block[]} */
	const blocks = [];
	let text = "";
	const add = (/** @type {string} */ words, /** @type {string} */ kind) => {
		if (!words.trim()) return;
		if (text) text += "\n\n";
		blocks.push({ start: text.length, end: text.length + words.trim().length, kind });
		text += words.trim();
	};
	const walk = (/** @type {any} */ node, /** @type {string | undefined} */ above) => {
		const within =
			{ listItem: "list-item", blockquote: "blockquote" }[/** @type {string} */ (node.type)] ?? above;
		if (node.type in KINDS) add(wordsOf(node), within ?? KINDS[node.type]);
		else for (const child of node.children ?? []) walk(child, within);
	};
	walk(parse(markdown), undefined);
	return { text, blocks };
}

/**
 * @param {any} node
 * @returns {string}
 */
function wordsOf(node) {
	if (node.type === "break") return "\n";
	if (node.type === "html" || node.type === "image") return "";
	return node.value?.replaceAll("\n", " ") ?? (node.children ?? []).map(wordsOf).join("");
}
