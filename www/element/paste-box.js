// @ts-check
//! Owns the field to paste into; what comes in is read by `intake.js`, which is fetched ahead or when something comes.

import { taken } from "../engine/given.js";
import { brought } from "../intake/brought.js";
import { h } from "../look/node.js";

/** @import { Brought } from "../intake/brought.js" */
/** @import { Found, Values } from "../intake/found.js" */
/**
 * @typedef {object} PasteEvents
 * @property {(found: Found) => Promise<unknown>} found
 * @property {(key: string, values?: Values) => void} tell why there is nothing to show
 */
/** @import { Say } from "../words/words.js" */

/** @typedef {typeof import("../intake/intake.js")} Intake */

export class PasteBox {
	node = h("form", { class: "paste", part: "paste" });
	#field = h("textarea", { rows: 1, part: "field", spellcheck: "false", id: "field" });
	#label = h("label", { for: "field", class: "unseen" });
	#go = h("button", { type: "submit", class: "primary", part: "button" });
	#open = h("button", { type: "button", part: "button" });
	#file = h("input", {
		type: "file",
		hidden: true,
		multiple: true,
		accept:
			".txt,.md,.markdown,.html,.htm,.docx,.odt,.pdf,.rtf,.srt,.vtt,.json,.jsonl,.ndjson,.csv,.tsv,.zip,text/*",
		tabindex: -1,
	});

	/** @type {PasteEvents} */ #on;

	/** @param {PasteEvents} on */
	constructor(on) {
		this.#on = on;
		this.node.append(this.#label, this.#field, this.#go, this.#open, this.#file);
		this.node.addEventListener("submit", (event) => {
			event.preventDefault();
			if (!this.#field.value.trim()) return this.#field.focus();
			const text = this.#field.value;
			this.#take((intake) => intake.fromText(text));
			this.#field.value = "";
		});
		this.#field.addEventListener("paste", (event) => {
			if (!event.clipboardData || this.#field.value) return;
			event.preventDefault();
			event.stopPropagation();
			this.take(event.clipboardData);
		});
		this.#field.addEventListener("keydown", (event) => {
			if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.node.requestSubmit();
		});
		this.#open.addEventListener("click", () => this.#file.click());
		this.#file.addEventListener("change", () => {
			const files = [...(this.#file.files ?? [])];
			if (files.length) this.#bring({ files, plain: "", rich: "" });
			this.#file.value = "";
		});
	}

	/** @param {Say} say */
	name(say) {
		this.#label.textContent = say("paste.label");
		this.#field.placeholder = say("paste.hint");
		this.#go.textContent = say("paste.go");
		this.#open.textContent = say("page.open");
	}

	/** @param {FocusOptions} [options] */
	focus(options) {
		this.#field.focus(options);
	}

	/**
	 * Takes what was pasted, dropped or chosen.
	 * @param {DataTransfer | File} data
	 */
	take(data) {
		if (data instanceof File) return this.#bring({ files: [data], plain: "", rich: "" });
		return this.#bring(taken("what is taken is a File or a DataTransfer", data, brought));
	}

	/**
	 * Reads what was brought, unless the site takes the files of it elsewhere.
	 * @param {Brought} given
	 */
	async #bring(given) {
		const take = () => this.#take((intake) => intake.fromData(given));
		const detail = { files: given.files, take };
		const init = { detail, bubbles: true, composed: true, cancelable: true };
		const isAsked = given.files.length > 0;
		if (!isAsked || this.node.dispatchEvent(new CustomEvent("said-so-files", init))) await take();
	}

	/** Fetches what reads it. @returns {Promise<Intake>} */
	fetch() {
		return import("../intake/intake.js");
	}

	/**
	 * @param {(intake: Intake) => Found | null | Promise<Found | null>} read
	 * @returns {Promise<boolean>} whether there was something to show
	 */
	async #take(read) {
		const taken = await read(await this.fetch());
		if (!taken) return false;
		const fault = taken.fault ?? (taken.text.trim() ? "" : "error.empty-text");
		if (fault) this.#on.tell(fault, taken.values);
		else await this.#on.found(taken);
		return !fault;
	}
}
