// @ts-check
//! Owns the panel beside the article: its tabs and, when narrow, its being a sheet at the bottom.

import { h } from "../look/node.js";

/** @import { Say } from "../words/words.js" */
/** @typedef {"sources" | "findings" | "numbers" | "changes"} Tab */

/** @type {readonly Tab[]} */
const TABS = ["sources", "findings", "numbers", "changes"];
/** As high as the tabs, which stay while the rest scrolls. */
const HEAD = 48;

export class Panel {
	/** @type {HTMLElement} */ node;
	/** @type {Map<Tab, { tab: HTMLButtonElement, body: HTMLElement }>} */ #tabs = new Map();
	#toggle = h("button", { type: "button", class: "sheet", part: "button", "aria-expanded": "false" });
	/** @type {Tab} */ #current = "sources";
	/** @type {(tab: Tab, body: HTMLElement) => void} */ #fill;

	/** @param {(tab: Tab, body: HTMLElement) => void} fill draws a tab's body when it comes into view */
	constructor(fill) {
		this.#fill = fill;
		const list = h("div", { class: "tabs", role: "tablist" });
		this.node = h(
			"aside",
			{ class: "panel", part: "panel" },
			h("div", { class: "tabrow" }, list, this.#toggle),
		);
		for (const name of TABS) {
			const id = `tab-${name}`;
			const tab = h("button", { type: "button", role: "tab", id, "aria-controls": `body-${name}` });
			const body = h("div", {
				role: "tabpanel",
				id: `body-${name}`,
				class: `tabbody ${name}`,
				part: name,
				"aria-labelledby": id,
				tabindex: "0",
			});
			tab.addEventListener("click", () => this.show(name));
			list.append(tab);
			this.node.append(body);
			this.#tabs.set(name, { tab, body });
		}
		this.change("");
		list.addEventListener("keydown", (event) => this.#move(event));
		this.#toggle.addEventListener("click", () => this.expand(!this.isExpanded));
		this.#press();
	}

	/**
	 * Shows the last tab while the reader has changed something.
	 * @param {string} words what it is called; empty where there is nothing in it
	 */
	change(words) {
		const { tab } = this.body("changes");
		tab.hidden = !words;
		tab.textContent = words;
		if (!words && this.#current === "changes") this.#current = "sources";
		this.#press();
	}

	get current() {
		return this.#current;
	}

	get isExpanded() {
		return this.node.classList.contains("expanded");
	}

	/** Whether it is a sheet at the bottom rather than a column. */
	get isSheet() {
		return getComputedStyle(this.node).position === "fixed";
	}

	/** Shows or hides it; returns whether it is there. */
	toggle() {
		if (this.isSheet) this.expand(!this.isExpanded);
		else this.node.hidden = !this.node.hidden;
		return !this.node.hidden;
	}

	/**
	 * Brings something inside into view and gives its first button the focus.
	 * @param {string} selector
	 */
	find(selector) {
		const found = this.node.querySelector(selector);
		found?.scrollIntoView({ block: "nearest" });
		found?.querySelector("button")?.focus({ preventScroll: true });
	}

	/**
	 * Shows which of its lines the reader is at in the text.
	 * @param {string} id
	 */
	point(id) {
		for (const old of this.node.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
		const line = this.node.querySelector(`[data-id="${CSS.escape(id)}"]`);
		line?.setAttribute("aria-current", "true");
		if (!line || this.isSheet) return;
		const frame = this.node.getBoundingClientRect();
		const { top, bottom } = line.getBoundingClientRect();
		const isSeen = top > frame.top + HEAD && bottom < frame.bottom;
		if (!isSeen) this.node.scrollTop += top - frame.top - frame.height / 3;
	}

	/** @param {Say} say */
	name(say) {
		this.node.setAttribute("aria-label", say("panel.label"));
		this.#toggle.setAttribute("aria-label", say(this.isExpanded ? "panel.close" : "panel.open"));
		this.#toggle.textContent = this.isExpanded ? "▾" : "▴";
		for (const [name, { tab }] of this.#tabs) if (name !== "changes") tab.textContent = say(`panel.${name}`);
		this.#say = say;
	}

	/** @type {Say} */ #say = (key) => key;

	/**
	 * Shows a tab; as a sheet, opens it.
	 * @param {Tab} name
	 */
	show(name) {
		this.#current = name;
		this.#press();
		this.refresh();
		this.expand(true);
	}

	/** Draws the visible tab anew. */
	refresh() {
		const { body } = this.body(this.#current);
		this.#fill(this.#current, body);
	}

	/** @param {Tab} name */
	body(name) {
		return /** @type {{ tab: HTMLButtonElement, body: HTMLElement }} */ (this.#tabs.get(name));
	}

	/**
	 * Opens or closes the sheet; beside the article it is always open.
	 * @param {boolean} open
	 */
	expand(open) {
		this.node.classList.toggle("expanded", open);
		this.#toggle.setAttribute("aria-expanded", String(open));
		this.name(this.#say);
	}

	#press() {
		for (const [name, { tab, body }] of this.#tabs) {
			const isCurrent = name === this.#current;
			tab.setAttribute("aria-selected", String(isCurrent));
			tab.tabIndex = isCurrent ? 0 : -1;
			body.hidden = !isCurrent;
		}
	}

	/** @param {KeyboardEvent} event */
	#move(event) {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
		if (!step) return;
		const turned = getComputedStyle(this.node).direction === "rtl" ? -step : step;
		const tabs = TABS.filter((name) => !this.body(name).tab.hidden);
		const next = tabs[(tabs.indexOf(this.#current) + turned + tabs.length) % tabs.length];
		this.show(next);
		this.body(next).tab.focus();
	}
}
