// @ts-check
//! Owns the frame's side of an embed: it does for the site what the protocol allows, and tells it what concerns the
//! site's own text. What the reader pastes or edits is never told.

import * as v from "valibot";
import { isErrorCode, SaidSoError } from "../engine/error.js";
import { loadLexicon } from "../engine/lexicon.js";
import { exportNamed } from "../export/export.js";
import { takePort } from "./handshake.js";
import { MOST } from "./parts.js";
import { createPeer, invalidParams, RpcError } from "./rpc.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Method, Peer } from "./rpc.js" */
/**
 * @typedef {EventTarget & Pick<SaidSoElement, "annotate" | "select" | "export" | "clear" | "value" | "lexicons" | "setAttribute">} Reader
 */

const word = v.pipe(v.string(), v.maxLength(200));
const Annotate = v.object({ text: v.string() });
const Select = v.object({ id: word });
const Export = v.object({ format: word });
const Theme = v.object({ theme: v.picklist(["auto", "light", "dark"]) });
const Lexicons = v.object({ packs: v.pipe(v.array(v.looseObject({ name: v.string() })), v.maxLength(50)) });
const Settings = v.strictObject({
	mode: v.optional(v.picklist(["paste", "text"])),
	show: v.optional(word),
	minConfidence: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
	panel: v.optional(word),
	announce: v.optional(word),
	maxChars: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	lang: v.optional(word),
	label: v.optional(word),
});

/** @type {Record<string, string>} */
const ATTRIBUTES = { minConfidence: "min-confidence", maxChars: "max-chars" };

/**
 * Serves a site over a port. The site's own text is the one it sent last; as soon as the reader has another before
 * them, the site learns nothing more of it.
 * @param {Reader} reader
 * @param {MessagePort} port
 * @returns {Peer}
 */
export function serve(reader, port) {
	/** @type {string | undefined} */
	let given;
	const isSites = () => given !== undefined && reader.value === given;
	const end = new AbortController();
	/** @type {Record<string, Method>} */
	const methods = {
		annotate: taking(Annotate, async ({ text }) => {
			given = text;
			return reader.annotate(text);
		}),
		setOptions: taking(Settings, (settings) => set(reader, settings)),
		setLexicons: taking(Lexicons, async ({ packs }) => {
			reader.lexicons = await Promise.all(packs.map((pack) => loadLexicon(/** @type {any} */ (pack))));
		}),
		setTheme: taking(Theme, ({ theme }) => reader.setAttribute("theme", theme)),
		select: taking(Select, ({ id }) => isSites() && reader.select(id)),
		export: taking(Export, ({ format }) => {
			if (!isSites()) throw new RpcError(-32001, "the reader’s own text stays in the embed");
			return exported(reader, format);
		}),
		dispose: () => {
			end.abort();
			reader.clear();
			peer.close();
		},
	};
	const peer = createPeer(port, methods, { sends: MOST });
	const tell = (/** @type {string} */ name, /** @type {(detail: any) => object} */ what) =>
		reader.addEventListener(
			`said-so-${name}`,
			(event) => isSites() && send(peer, name, what(/** @type {CustomEvent} */ (event).detail)),
			{ signal: end.signal },
		);
	tell("report", ({ report }) => ({ report }));
	tell("select", ({ id }) => ({ id }));
	tell("error", ({ error }) => ({ code: isErrorCode(error?.code) ? error.code : "engine-crash" }));
	return peer;
}

/**
 * Meets the site and serves it; also tells how high the frame would like to be, to the site and to AMP pages.
 * @param {Reader} reader
 * @param {Window} window
 */
export async function start(reader, window) {
	const { parent, document } = window;
	const port = await takePort(window, parent);
	const peer = serve(reader, port);
	const measure = () => {
		const { height } = document.documentElement.getBoundingClientRect();
		send(peer, "resize", { height: Math.ceil(height) });
		parent.postMessage({ sentinel: "amp", type: "embed-size", height: Math.ceil(height) }, "*");
	};
	new ResizeObserver(measure).observe(document.documentElement);
	send(peer, "ready", {});
}

/**
 * A report can be longer than a message may be; then the site hears that instead.
 * @param {Peer} peer
 * @param {string} name
 * @param {object} detail
 */
function send(peer, name, detail) {
	try {
		peer.notify(name, detail);
	} catch (error) {
		if (error instanceof SaidSoError) peer.notify("error", { code: error.code });
	}
}

/**
 * A method that refuses what it does not take.
 * @template {v.GenericSchema} S
 * @param {S} shape
 * @param {(params: v.InferOutput<S>) => unknown} act
 * @returns {Method}
 */
const taking = (shape, act) => (params) => {
	const result = v.safeParse(shape, params);
	if (!result.success) throw invalidParams(`${v.getDotPath(result.issues[0])}: ${result.issues[0].message}`);
	return act(result.output);
};

/**
 * @param {Reader} reader
 * @param {v.InferOutput<typeof Settings>} settings
 */
function set(reader, settings) {
	for (const [name, value] of Object.entries(settings))
		reader.setAttribute(ATTRIBUTES[name] ?? name, `${value}`);
}

/**
 * @param {Reader} reader
 * @param {string} format
 */
function exported(reader, format) {
	try {
		return reader.export(exportNamed(format).id);
	} catch (error) {
		throw invalidParams(error instanceof SaidSoError ? error.message : "format");
	}
}
