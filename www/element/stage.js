// @ts-check
//! Owns putting the parts of `<said-so>` together: bar, notices, article, panel and popover round one `Reading`.

import { SaidSoError } from "../engine/error.js";
import { breathe } from "../engine/pace.js";
import { LONG } from "../engine/remote.js";
import { h } from "../look/node.js";
import { acts } from "./acts.js";
import { Bar, summary } from "./bar.js";
import { keepClear } from "./clearance.js";
import { Editing } from "./editing.js";
import { HostArticle } from "./host.js";
import { Notices } from "./notices.js";
import { defaults } from "./options.js";
import { Panel } from "./panel.js";
import { PasteBox } from "./paste-box.js";
import { Pointing } from "./pointing.js";
import { Popover } from "./popover.js";
import { printed } from "./printed.js";
import { Progress } from "./progress.js";
import { Reader } from "./reader.js";
import { nothing, Reading } from "./reading.js";
import { Run } from "./run.js";
import { Tabs } from "./tabs.js";
import { Teaching } from "./teaching.js";
import { describe } from "./why.js";

/** @import { Block } from "../report/block.js" */
/** @import { Finding, Kind } from "../report/finding.js" */
/** @import { Found } from "../intake/found.js" */
/** @import { Options } from "./options.js" */
/** @import { Report } from "../pkg/saidso.js" */
/**
 * @typedef {object} StageEvents
 * @property {(state: string, isTruncated?: boolean) => void} state
 * @property {(name: string, detail: unknown) => void} send
 * @property {(kind: Kind) => void} toggle
 * @property {(found: Found) => Promise<unknown>} found a text, with its report where it was saved
 * @property {(found: Found) => Promise<unknown>} edited what the reader made of the text
 */

export class Stage {
	reading = new Reading();
	node = h("div", { class: "stage", part: "base", role: "group" });
	paste = new PasteBox({
		found: (found) => {
			if (this.node.getBoundingClientRect().top < 0) this.node.scrollIntoView();
			return this.#on.found(found);
		},
		fail: (error) => this.fail(error),
		tell: (key) => this.#tell(key, "alert"),
	});
	bar = new Bar({
		toggle: (kind) => this.#on.toggle(kind),
		plain: () => this.setPlain(!this.reading.plain),
		edit: () => this.edit(!this.#editing.isOn),
	});
	notices = new Notices();
	#progress = new Progress(() => {
		this.#run.stop();
		this.#isReading = false;
		this.#panel.refresh();
		this.bar.say(this.#options.say("status.cancelled"));
	});
	#reader = new Reader({
		point: (findings, anchor, back) => this.#pointing.open(findings, anchor, back),
		reach: (finding) => this.#pointing.choose(finding),
		edit: () => this.#editing.typed(),
		leave: () => this.edit(false).then(() => this.bar.focus()),
		describe: (finding) => describe(finding, this.reading, this.#options.say),
	});
	#run = new Run({
		show: (text, blocks, progress) => this.#reader.show(text, blocks, progress),
		progress: (share) => {
			this.#progress.show(share);
			if (share !== null) this.#on.send("progress", { share });
		},
	});
	#editing = new Editing(this.#reader, this.reading, {
		changed: (report) => {
			this.#refresh();
			this.#on.send("report", { report });
		},
		ended: (text, blocks) => this.#on.edited({ text, blocks }),
		options: () => this.#options.call,
	});
	#tabs = new Tabs();
	#panel = new Panel((tab, body) => this.#tabs.fill(tab, body, this.#view()));
	#popover = new Popover();
	#teaching = new Teaching(this.#reader, () => this.set(this.#options));
	#pointing = this.#point();
	#printed = h("section", { class: "printed" });
	/** What stands after a host's article, so that the article stays where it was. */
	#after = h("div", { class: "stage around" });
	#columns = h("div", { class: "columns" }, this.#reader.node, this.#panel.node);
	/** @type {StageEvents} */ #on;
	/** @type {HostArticle | null} */ #host = null;
	/** @type {import("../pkg/saidso.js").Ranges | undefined} */ #ranges;
	#options = defaults();
	#isReading = false;

	/**
	 * @param {ShadowRoot} root
	 * @param {StageEvents} on
	 */
	constructor(root, on) {
		this.#on = on;
		this.bar.node.append(this.#progress.node);
		keepClear(this.bar.node, this.node);
		this.node.append(
			this.paste.node,
			this.bar.node,
			this.notices.node,
			this.#teaching.node,
			this.#columns,
			this.#printed,
		);
		root.append(this.node, h("slot"), this.#after, this.#popover.node);
	}

	/**
	 * @param {"paste" | "around"} mode
	 * @param {Options} options
	 */
	connect(mode, options) {
		const own = mode === "paste";
		this.paste.node.hidden = !own;
		this.#reader.node.hidden = !own;
		this.node.classList.toggle("around", !own);
		if (own) this.#printed.before(this.#columns);
		else this.#after.append(this.#columns);
		// Elsewhere the host prints its own article, and the panel stays off the paper.
		if (own) addEventListener("beforeprint", this.#print);
		this.set(options);
		if (!own && options.target)
			this.#host = new HostArticle(options.target, (found, range) => this.#pointing.open(found, range, null));
	}

	disconnect() {
		removeEventListener("beforeprint", this.#print);
		this.#run.stop();
		this.#host?.remove();
		this.#host = null;
		this.#popover.close();
	}

	#point() {
		const parts = {
			reading: this.reading,
			reader: this.#reader,
			panel: this.#panel,
			popover: this.#popover,
		};
		const view = () => this.#view();
		return new Pointing(
			{ ...parts, acts: acts({ ...parts, view, draw: () => this.#draw() }) },
			{
				view,
				painted: () => this.#host ?? (this.#editing.isOn ? this.#editing : null),
				show: ({ kind }) => {
					if (!this.reading.shown.has(kind)) this.#on.toggle(kind);
					if (this.reading.plain) this.setPlain(false);
				},
				chosen: (finding) => this.#on.send("select", { id: finding.id, finding }),
			},
		);
	}

	/** @param {Options} options */
	set(options) {
		const { say, language, shown } = options;
		const reading = this.reading;
		this.#options = options;
		reading.shown = shown;
		reading.require(options.minConfidence);
		this.#reader.announce = options.announce;
		for (const node of [this.node, this.#after, this.#popover.node]) {
			node.lang = language;
			node.dataset.theme = options.theme;
		}
		this.node.setAttribute("aria-label", options.label || "saidso");
		this.#panel.node.hidden = !options.panel;
		for (const [name, on] of Object.entries({ nopanel: !options.panel, teaching: this.#teaching.isOn }))
			this.node.classList.toggle(name, on);
		for (const part of [this.paste, this.bar, this.#panel, this.#progress]) part.name(say);
		this.#draw();
	}

	/**
	 * @param {string} [text]
	 * @param {Block[]} [blocks]
	 * @returns {Promise<Report>}
	 */
	async annotate(text, blocks) {
		const { call } = this.#options;
		this.#on.state("loading");
		if (this.#host && text === undefined) {
			const { ranges, ...found } = await this.#run.element(this.#host.root, call);
			this.#ranges = ranges;
			return this.#finish(found.text, found.report);
		}
		const words = text ?? this.reading.text;
		this.#begin(words);
		const { report, all } = await this.#run.text(words, { ...call, blocks });
		return this.#finish(words, report, all);
	}

	/** @param {string} text */
	#begin(text) {
		this.#leave();
		this.reading.take(text, nothing());
		this.#isReading = true;
		this.#refresh();
		this.bar.say(this.#options.say("status.loading"));
	}

	/** Ends what belongs to the text before. */
	#leave() {
		this.#teaching.end();
		this.#editing.drop();
		this.notices.clear();
		this.#popover.close();
		this.#tabs.reset();
	}

	/**
	 * @param {string} text
	 * @param {Report} report
	 * @param {Finding[]} [all]
	 */
	async #finish(text, report, all) {
		this.#isReading = false;
		this.reading.take(text, report, all);
		const isLong = text.length > LONG;
		if (isLong) await this.reading.prepare();
		this.#mark(report.blocks);
		if (isLong) await breathe();
		this.#refresh();
		this.notices.warn(report, this.#options.call, this.#options.say);
		if (!this.#host) this.notices.fold(this.#reader, this.#options.say);
		const isCut = report.warnings.some(({ code }) => code === "truncated");
		this.#on.state("ready", isCut);
		this.#on.send("report", { report });
		return report;
	}

	/**
	 * Shows a report made elsewhere.
	 * @param {string} text
	 * @param {Report} report
	 */
	adopt(text, report) {
		this.#run.stop();
		this.#leave();
		this.#reader.show(text, report.blocks);
		this.#finish(text, report);
	}

	clear() {
		this.adopt("", nothing());
	}

	/** @param {unknown} error */
	fail(error) {
		const { say } = this.#options;
		const code = error instanceof SaidSoError ? error.code : "engine-crash";
		this.#isReading = false;
		this.notices.show(code, say(`error.${code}`, { detail: String(error) }), say, "alert");
		this.bar.say("");
		this.#panel.refresh();
	}

	/**
	 * Says what went wrong or should be known.
	 * @param {string} code
	 * @param {string} words
	 * @param {"note" | "alert"} tone
	 * @param {import("./notices.js").Action[]} [actions]
	 */
	notify(code, words, tone, actions) {
		this.notices.show(code, words, this.#options.say, tone, actions);
	}

	/**
	 * @param {string} key of the words
	 * @param {"note" | "alert"} tone
	 */
	#tell(key, tone) {
		this.notify(key, this.#options.say(key), tone);
	}

	/** @param {boolean} on */
	setPlain(on) {
		this.reading.plain = on;
		this.#draw();
	}

	/** @param {boolean} on */
	async edit(on) {
		if (on === this.#editing.isOn) return;
		if (on) this.#editing.begin(this.#options.say("paste.label"));
		else await this.#editing.end();
		if (on && this.#reader.isLong) this.#tell("notice.long-edit", "note");
		this.#draw();
	}

	#draw() {
		this.#mark();
		if (!this.#teaching.isOn) this.#refresh();
	}

	/** @param {Block[]} [blocks] */
	#mark(blocks) {
		const { marked } = this.reading;
		if (this.#teaching.isOn) return;
		if (this.#editing.isOn) this.#editing.paint();
		else if (this.#host && this.#ranges) this.#host.draw(marked, this.#ranges);
		else if (!this.#reader.node.hidden) this.#reader.mark(marked, blocks);
	}

	#refresh() {
		const { say, language } = this.#options;
		const { report, visible, text } = this.reading;
		const number = new Intl.NumberFormat(language);
		for (const node of [this.node, this.#after]) node.classList.toggle("blank", !text);
		this.bar.count(visible, (value) => (report.engine.version ? number.format(value) : "–"));
		if (!text) this.bar.say(say("status.empty"));
		else if (report.engine.version) this.bar.say(summary(report, visible, say));
		this.#press();
		this.#panel.refresh();
	}

	#press() {
		const { plain, shown, text } = this.reading;
		const editable = !this.#reader.node.hidden && text.length > 0;
		this.bar.press(shown, { plain, editing: this.#editing.isOn, editable });
	}

	/** @param {number} step */
	go(step) {
		return this.#pointing.go(step);
	}

	/** @param {string} id */
	select(id) {
		return this.#pointing.select(id);
	}

	/** Back to where the reader came from in the panel. */
	back() {
		this.#pointing.back();
	}

	/** Shows or hides the panel; as a sheet, opens or closes it. */
	togglePanel() {
		this.node.classList.toggle("nopanel", !this.#panel.toggle());
	}

	/** Draws every mark and its note, for print. */
	#print = () => {
		const notes = this.#reader.complete();
		this.#printed.replaceChildren(...printed(notes, { ...this.#view(), origin: this.reading.origin }));
	};

	/** Lets the reader mark first. */
	async teach() {
		await this.edit(false);
		this.#popover.close();
		this.#teaching.begin(this.reading.visible, this.#options.say);
		this.#panel.node.hidden = true;
		this.node.classList.add("teaching");
	}

	#view() {
		const { report, text, visible: findings, byId, hidden, speechOnly } = this.reading;
		const { say, language } = this.#options;
		const waiting = say(this.#isReading ? "status.loading" : "panel.unread");
		return { report, text, findings, byId, hidden, speechOnly, say, language, waiting, ...this.#picks };
	}

	/** What the panel may ask for. */
	#picks = {
		pick: (/** @type {string} */ id, /** @type {HTMLElement} */ from) => this.#pointing.pick(id, from),
		restore: () => {
			this.reading.restore();
			this.#draw();
		},
		keepSpeech: (/** @type {boolean} */ only) => {
			this.reading.keepSpeech(only);
			this.#draw();
		},
	};
}
