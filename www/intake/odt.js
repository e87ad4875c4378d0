// @ts-check
//! Owns reading .odt: its headings, paragraphs, lists and tables, taken out of the zip that it is.

import JSZip from "jszip";
import { SaidSoError } from "../engine/error.js";
import { inertXml } from "../engine/trusted.js";
import { fromHtml } from "./rich.js";

/** @import { Found } from "./found.js" */

/** What becomes of each element; what is not here is only its children. @type {Record<string, string>} */
const TAGS = {
	"text:h": "h2",
	"text:p": "p",
	"text:list": "ul",
	"text:list-item": "li",
	"table:table": "table",
	"table:table-row": "tr",
	"table:table-cell": "td",
};

/** What is no part of the article. */
const SKIPPED = new Set([
	"text:note",
	"office:annotation",
	"text:tracked-changes",
	"draw:frame",
	"text:sequence-decls",
]);

/** @type {Record<string, string>} */
const SIGNS = { "text:s": " ", "text:tab": "\t", "text:line-break": "<br>" };

/** A text longer than this inside of the zip is refused. */
const LONGEST = 64 * 1024 * 1024;

/**
 * @param {ArrayBuffer} bytes
 * @returns {Promise<Found>}
 */
export async function fromOdt(bytes) {
	const zip = await JSZip.loadAsync(bytes);
	const xml = (await zip.file("content.xml")?.async("string")) ?? "";
	if (xml.length > LONGEST) throw new SaidSoError("too-long", `the text has ${xml.length} characters`);
	const [body] = inertXml(xml).getElementsByTagName("office:text");
	return fromHtml(body ? inside(body) : "");
}

/**
 * @param {Node} node
 * @returns {string}
 */
const inside = (node) => [...node.childNodes].map(markup).join("");

/** @param {Node} node */
function markup(node) {
	const { nodeName } = node;
	if (nodeName === "#text")
		return (node.nodeValue ?? "").replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
	if (SKIPPED.has(nodeName)) return "";
	if (Object.hasOwn(SIGNS, nodeName)) return SIGNS[nodeName];
	const tag = Object.hasOwn(TAGS, nodeName) ? TAGS[nodeName] : "";
	return tag ? `<${tag}>${inside(node)}</${tag}>` : inside(node);
}
