// @ts-check
//! Owns reading Markdown: its blocks, without its signs, by the same parser that checks our own Markdown.

import { fromMarkdown as parse } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";

/** @import { Block } from "../report/block.js" */

/** @type {Record<string, string>} */
const KINDS = { heading: "heading", paragraph: "paragraph", code: "paragraph", tableCell: "paragraph" };

/**
 * @param {string} markdown
 * @returns {{ text: string, blocks: Block[] }}
 */
export function fromMarkdown(markdown) {
	/** @type {Block[]} */
	const blocks = [];
	let text = "";
	const add = (/** @type {string} */ words, /** @type {string} */ kind, between = "\n\n") => {
		if (text) text += between;
		if (words) blocks.push({ start: text.length, end: text.length + words.length, kind });
		text += words;
	};
	/** A row becomes a line with a tab between its cells, as `report/row.js` has it. */
	const addTable = (/** @type {any} */ table) => {
		for (const [number, row] of table.children.entries())
			for (const [place, cell] of row.children.entries())
				add(wordsOf(cell).trim(), KINDS.tableCell, place ? "\t" : number ? "\n" : "\n\n");
	};
	const walk = (/** @type {any} */ node, /** @type {string | undefined} */ above) => {
		const within =
			{ listItem: "list-item", blockquote: "blockquote" }[/** @type {string} */ (node.type)] ?? above;
		const words = node.type in KINDS ? wordsOf(node).trim() : "";
		if (words) add(words, within ?? KINDS[node.type]);
		else if (node.type === "table") addTable(node);
		else for (const child of node.children ?? []) walk(child, within);
	};
	walk(parse(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }), undefined);
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
