// @ts-check
//! Owns the bar above the article: what was found in one line, and one switch per kind with its count.

import { h } from "../look/node.js";
import { badgeOf } from "../report/badge.js";
import { KINDS } from "../report/finding.js";

/** @import { Finding, Kind } from "../report/finding.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { Say } from "../words/words.js" */
/** @import { Reading } from "./reading.js" */

/** How long something is said that is not what was found, in milliseconds. */
const WHILE = 8_000;

export class Bar {
	/** @type {HTMLElement} */ node;
	#status = h("p", { class: "status", part: "status", role: "status" });
	#legend = h("div", { class: "legend", part: "legend", role: "group" });
	/** @type {Map<Kind, HTMLButtonElement>} */ #switches = new Map();
	#plain = h("button", { type: "button", class: "plain", part: "button", "aria-pressed": "false" });
	#edit = h("button", { type: "button", class: "edit", part: "button", "aria-pressed": "false" });

	/** @type {Say} */ #say = (key) => key;
	#told = "";
	#mentioned = "";

	/** @param {{ toggle(kind: Kind): void, plain(): void, edit(): void }} on */
	constructor(on) {
		for (const kind of KINDS) {
			const swatch = h("span", { class: `swatch ${kind}`, "aria-hidden": "true" }, "abc");
			const attributes = { type: "button", class: "kind", part: `button ${kind}`, "data-kind": kind };
			const button = h(
				"button",
				attributes,
				swatch,
				h("span", { class: "name" }),
				h("span", { class: "count" }),
			);
			button.addEventListener("click", () => on.toggle(kind));
			this.#switches.set(kind, button);
		}
		this.#plain.addEventListener("click", () => on.plain());
		this.#edit.addEventListener("click", () => on.edit());
		this.#legend.append(...this.#switches.values(), this.#plain, this.#edit);
		this.node = h("div", { class: "bar", part: "bar" }, this.#status, this.#legend);
	}

	/** @param {Say} say */
	name(say) {
		this.#legend.setAttribute("aria-label", say("kind.group"));
		for (const [kind, button] of this.#switches) {
			/** @type {HTMLElement} */ (button.querySelector(".name")).textContent = say(`kind.${kind}`);
		}
		this.#plain.textContent = say("kind.plain");
		this.#say = say;
	}

	/** Focuses the button that begins and ends editing. */
	focus() {
		this.#edit.focus();
	}

	/**
	 * Says what was found in a text.
	 * @param {Reading} reading
	 * @param {{ say: Say, language: string, editing: boolean, isPaste: boolean }} how
	 */
	tell({ report, visible, text, plain, shown }, { say, language, editing, isPaste }) {
		const number = new Intl.NumberFormat(language);
		const isRead = report.engine.version !== "";
		this.count(visible, (value) => (isRead ? number.format(value) : "–"));
		if (!text) this.#told = say(isPaste ? "status.empty" : "status.waiting");
		else if (isRead) this.#told = summary(report, visible, say);
		if (!text || isRead) this.say(this.#told);
		this.press(shown, { plain, editing, editable: isPaste && text.length > 0 });
	}

	/**
	 * Says something for a while, then again what was found.
	 * @param {string} words
	 */
	mention(words) {
		this.#mentioned = words;
		this.say(words);
		setTimeout(() => words === this.#mentioned && this.settle(), WHILE);
	}

	/** Says what was found instead of what is said for a while. */
	settle() {
		if (this.#status.textContent === this.#mentioned) this.say(this.#told);
	}

	/** @param {string} words */
	say(words) {
		if (this.#status.textContent !== words) this.#status.textContent = words;
	}

	/**
	 * @param {Finding[]} findings
	 * @param {(value: number) => string} format
	 */
	count(findings, format) {
		for (const [kind, button] of this.#switches) {
			const count = findings.filter((finding) => finding.kind === kind).length;
			/** @type {HTMLElement} */ (button.querySelector(".count")).textContent = format(count);
		}
	}

	/**
	 * @param {ReadonlySet<Kind>} shown
	 * @param {{ plain: boolean, editing: boolean, editable: boolean }} how
	 */
	press(shown, { plain, editing, editable }) {
		for (const [kind, button] of this.#switches) button.setAttribute("aria-pressed", String(shown.has(kind)));
		this.#plain.setAttribute("aria-pressed", String(plain));
		this.#edit.setAttribute("aria-pressed", String(editing));
		this.#edit.textContent = this.#say(editing ? "kind.done" : "kind.edit");
		this.#edit.hidden = !editable;
	}
}

/**
 * The report in one line: "41 sentences · 4 sources (1 role only, 1 unnamed) · 6 claims without a source".
 * @param {Report} report
 * @param {Finding[]} findings
 * @param {Say} say
 */
export function summary(report, findings, say) {
	const unsourced = findings.filter(({ kind }) => kind === "claim").length;
	if (findings.every(({ kind }) => kind === "sentence")) return say("status.nothing");
	return [
		say("status.sentences", { n: report.sentences.length }),
		`${say("status.sources", { n: report.sources.length })}${naming(report, say)}`,
		say("status.unsourced", { n: unsourced }),
	].join(" · ");
}

/**
 * How many sources have no name, as the badges on their cards have it.
 * @param {Report} report
 * @param {Say} say
 */
function naming({ sources }, say) {
	const count = (/** @type {string} */ badge) => sources.filter((source) => badgeOf(source) === badge).length;
	const parts = ["role", "unnamed"].flatMap((badge) => {
		const n = count(badge);
		return n ? [say(`status.${badge}`, { n })] : [];
	});
	return parts.length ? ` (${parts.join(", ")})` : "";
}
