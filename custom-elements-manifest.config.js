// @ts-check
//! Describes `<said-so>` for editors and catalogues: what is public, by the file it is in the package. What its code does
//! not say of itself stands here; `tests/js/manifest.test.js` holds all of it against the code.

import { NAMES } from "./www/element/attributes.js";

/** @type {Record<string, string>} */
const PACKAGED = {
	"www/element/class.js": "dist/package/element-class.js",
	"www/element/define.js": "dist/package/element.js",
	"www/element/attributes.js": "dist/package/element-class.js",
};

/** The type and meaning of each event's `detail`. @type {Record<string, [string, string]>} */
const EVENTS = {
	ready: ["Record<string, never>", "the engine is loaded"],
	report: [
		"{ report: Report, edited: boolean }",
		"a report is shown; `edited` where it is on the article before, changed by its reader",
	],
	select: ["{ id: string, finding: Finding }", "the reader went to a finding"],
	filter: ["{ shown: Kind[] }", "kinds were shown or hidden"],
	progress: ["{ share: number }", "the share of a long text that is done"],
	export: ["{ format: string }", "a file was written"],
	files: [
		"{ files: File[], take(): Promise<boolean> }",
		"the reader pasted, dropped or chose files; a page that prevents it takes them itself, or has `take` read them after all",
	],
	error: ["{ error: unknown }", "something failed"],
};

/** @type {Record<string, string>} */
const PARTS = {
	base: "all but article and popover",
	paste: "the form of the paste box",
	field: "the field to paste into",
	bar: "the bar above the article: status and kinds",
	status: "what was found, in one line",
	legend: "the buttons of the kinds",
	button: "any button of bar, paste box or panel; those of kinds have the kind as a further part",
	attribution: "button or mark of the kind",
	unnamed: "button or mark of the kind",
	claim: "button or mark of the kind",
	hedge: "button or mark of the kind",
	sentence: "button or mark of the kind",
	progress: "how far a long text is",
	notices: "what the reader is told, above the article",
	notice: "one of them",
	teach: "the tools for marking by hand",
	desk: "the tools for adding a mark",
	article: "the article of a paste box",
	block: "a paragraph, heading … of that article; its kind is a further part",
	paragraph: "a block of the kind",
	heading: "a block of the kind",
	"list-item": "a block of the kind",
	blockquote: "a block of the kind",
	caption: "a block of the kind",
	byline: "a block of the kind",
	dateline: "a block of the kind",
	credit: "a block of the kind",
	mark: "a mark in that article; kind and role are further parts",
	source: "a mark: who is credited",
	cue: "a mark: the words that credit them",
	content: "a mark: what is said",
	panel: "the list beside or under the article",
	sources: "its first tab",
	findings: "its second tab",
	numbers: "its third tab",
	changes: "its fourth tab, while the reader has changed something",
	popover: "what is told of a mark",
};

/** @type {Record<string, string>} */
const MARKS = {
	source: "who is named",
	unnamed: "a source without a name",
	cue: "the words that credit somebody",
	content: "what somebody says",
	claim: "a claim without a source",
	hedge: "a hedge",
};
/** @type {Record<string, string>} */
const VARIABLES = {
	"--said-so-ground": "the colour behind bar, text and panel, where the page has another than ours",
	"--said-so-top": "how far from the top of the window the bar stays, for pages with a bar of their own",
	"--said-so-sentence-line": "the colour of the line before a sentence",
	"--said-so-sentence-tint": "the colour behind a sentence",
	...Object.fromEntries(
		Object.entries(MARKS).flatMap(([mark, words]) => [
			[`--said-so-${mark}-line`, `the colour of the line under ${words}`],
			[`--said-so-${mark}-style`, `the form of that line, as of text-decoration-style: ${words}`],
			[`--said-so-${mark}-tint`, `the colour behind ${words}`],
		]),
	),
};

/** @type {Record<string, string>} */
const STATES = {
	empty: "there is no text",
	loading: "a text is being read",
	ready: "its report is shown",
	error: "something failed",
	truncated: "only the beginning of the text was read",
};

const named = (/** @type {Record<string, string>} */ list) =>
	Object.entries(list).map(([name, description]) => ({ name, description }));

/** What a browser calls by itself, and what only the element does. */
const INTERNAL = new Set([
	"observedAttributes",
	"connectedCallback",
	"disconnectedCallback",
	"connectedMoveCallback",
	"adoptedCallback",
	"attributeChangedCallback",
	"adoptedStyleSheets",
]);

/** @param {any} element */
function describe(element) {
	element.events = Object.entries(EVENTS).map(([name, [type, description]]) => ({
		name: `said-so-${name}`,
		type: { text: `CustomEvent<${type}>` },
		description,
	}));
	element.slots = [{ name: "", description: "the article, where the element stands around it" }];
	element.cssParts = named(PARTS);
	element.cssProperties = named(VARIABLES);
	element.cssStates = named(STATES);
	element.superclass = { name: "HTMLElement" };
	element.members = element.members.filter(
		(/** @type {any} */ { name, privacy }) => privacy === undefined && !INTERNAL.has(name),
	);
	for (const member of element.members) delete member.inheritedFrom;
	element.attributes = NAMES.map((name) => attribute(name, element));
}

/** Properties that go by another name than their attribute. @type {Record<string, string>} */
const PROPERTIES = { for: "htmlFor" };

/**
 * @param {string} name
 * @param {any} element
 */
function attribute(name, { members }) {
	const camel = name.replace(/-./g, ([, letter]) => letter.toUpperCase());
	const fieldName = PROPERTIES[name] ?? camel;
	const field = members.find((/** @type {any} */ one) => one.name === fieldName);
	if (!field)
		return { name, type: { text: "string" }, description: "the language of its words, as of any element" };
	Object.assign(field, { attribute: name, reflects: true });
	return { name, fieldName, type: field.type, description: field.description };
}

/** @param {any} value */
function packaged(value) {
	if (!value || typeof value !== "object") return;
	for (const key of ["path", "module"]) {
		const path = String(value[key] ?? "").replace(/^\//, "");
		if (PACKAGED[path]) value[key] = PACKAGED[path];
	}
	for (const inside of Object.values(value)) packaged(inside);
}

/** @param {any} manifest */
function publicOnly(manifest) {
	const all = manifest.modules.flatMap((/** @type {any} */ { declarations = [] }) => declarations);
	const element = all.find((/** @type {any} */ { tagName }) => tagName);
	describe(element);
	const of = (/** @type {string} */ path) =>
		manifest.modules.find((/** @type {any} */ one) => one.path === path);
	of("www/element/class.js").declarations = [element];
	manifest.modules = [of("www/element/class.js"), of("www/element/define.js")];
	packaged(manifest);
}

export default {
	globs: Object.keys(PACKAGED),
	outdir: "dist/package",
	packagejson: false,
	plugins: [
		{
			name: "saidso-public",
			packageLinkPhase: (/** @type {any} */ { customElementsManifest }) => publicOnly(customElementsManifest),
		},
	],
};
