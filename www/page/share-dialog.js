// @ts-check
//! Owns sharing by a link that holds the article itself, and opening such a link.

import { SaidSoError } from "../engine/error.js";
import { decodeShare, encodeShare, isShare } from "../export/share.js";
import { h } from "../look/node.js";
import { dialog } from "./dialog.js";
import { warn } from "./notice.js";

/** @import { SaidSoElement } from "../element/define.js" */
/** @import { Say } from "../words/words.js" */

/**
 * @param {SaidSoElement} reader
 * @param {Say} say
 */
export async function shareDialog(reader, say) {
	const fragment = await encodeShare(reader.value, reader.view).catch((error) => {
		if (error instanceof SaidSoError && error.code === "too-long") return null;
		throw error;
	});
	if (fragment === null) return warn(reader, say, "error.share-too-long");
	const link = new URL(location.href);
	link.hash = fragment;
	const field = h("input", { readonly: true, value: link.href, "aria-label": say("share.link") });
	const said = h("p", { role: "status" });
	const copy = h("button", { type: "button" }, say("share.copy"));
	copy.addEventListener("click", async () => {
		field.select();
		await navigator.clipboard.writeText(link.href).catch(() => document.execCommand("copy"));
		said.textContent = say("share.copied");
	});
	dialog(
		say("share.title"),
		say,
		h("p", {}, say("share.note")),
		h("p", { class: "link" }, field, copy),
		said,
	);
}

/** The text that was last opened out of the address. */
let shared = "";

/**
 * Takes the link out of the address once there is another article, so that a reload does not bring the old one.
 * @param {SaidSoElement} reader
 */
export function leaveLink(reader) {
	if (!isShare(location.hash) || !shared || reader.value === shared) return;
	shared = "";
	history.replaceState(null, "", location.pathname + location.search);
}

/**
 * Opens the article that is in the page's own address.
 * @param {SaidSoElement} reader
 * @returns {Promise<string>} `opened`, `none`, or the key of what went wrong
 */
export async function openShared(reader) {
	if (!isShare(location.hash)) return "none";
	try {
		const { text, view, markup } = await decodeShare(location.hash);
		// A page that the bookmarklet has sent is read like one that was saved: its article alone is kept.
		if (markup) await reader.take(new File([markup], "", { type: "text/html" }));
		else await reader.annotate(text);
		shared = reader.value;
		reader.view = view;
		return "opened";
	} catch (error) {
		return error instanceof SaidSoError ? `error.${error.code}` : "error.bad-share";
	}
}
