// @ts-check
//! Owns building Markdown as a syntax tree and writing it; mdast knows what has to be escaped where.

import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemToMarkdown } from "mdast-util-gfm-task-list-item";
import { toMarkdown } from "mdast-util-to-markdown";

/** @import { BlockContent, Heading, List, ListItem, Paragraph, PhrasingContent, RootContent, Table, Text } from "mdast" */

/** A `<` that Markdown escapes by a backslash, which not every reader of Markdown knows. */
const ESCAPED = /(?<=(?<!\\)(?:\\\\)*)\\</g;

/**
 * Markdown in which no word of the article is markup.
 * @param {RootContent[]} children
 * @returns {string}
 */
export const write = (children) =>
	toMarkdown(
		{ type: "root", children },
		{
			extensions: [gfmFootnoteToMarkdown(), gfmTableToMarkdown(), gfmTaskListItemToMarkdown()],
			bullet: "-",
		},
	).replace(ESCAPED, "&lt;");

/**
 * @param {string} value
 * @returns {Text}
 */
export const plain = (value) => ({ type: "text", value });

/**
 * @param {...PhrasingContent} children
 * @returns {Paragraph}
 */
export const paragraph = (...children) => ({ type: "paragraph", children });

/**
 * @param {1 | 2} depth
 * @param {...PhrasingContent} children
 * @returns {Heading}
 */
export const heading = (depth, ...children) => ({ type: "heading", depth, children });

/**
 * @param {ListItem[]} children
 * @returns {List}
 */
export const list = (children) => ({ type: "list", spread: false, children });

/**
 * @param {PhrasingContent[][][]} rows of cells, the first with what they are
 * @returns {Table}
 */
export const table = (rows) => ({
	type: "table",
	children: rows.map((row) => ({
		type: "tableRow",
		children: row.map((children) => ({ type: "tableCell", children })),
	})),
});

/**
 * @param {...BlockContent} children
 * @returns {ListItem}
 */
export const item = (...children) => ({ type: "listItem", spread: false, children });
