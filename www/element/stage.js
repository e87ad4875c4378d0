// @ts-check
//! Owns putting the parts of `<said-so>` together: bar, notices, article, panel and popover round one `Reading`.

import { SaidSoError } from "../engine/error.js";
import { breathe, seen } from "../engine/pace.js";
import { LONG } from "../engine/remote.js";
import { h } from "../look/node.js";
import { findings } from "../report/finding.js";
import { picks } from "./acts.js";
import { Bar } from "./bar.js";
import { keepClear } from "./clearance.js";
import { DeskDoor } from "./desk-door.js";
import { Edge } from "./edge.js";
import { HostArticle } from "./host.js";
import { Lesson } from "./lesson.js";
import { Notices } from "./notices.js";
import { defaults } from "./options.js";
import { Panel } from "./panel.js";
import { Paper } from "./paper.js";
import { PasteBox } from "./paste-box.js";
import { Pointing } from "./pointing.js";
import { Popover } from "./popover.js";
import { Progress } from "./progress.js";
import { Reader } from "./reader.js";
import { nothing, Reading } from "./reading.js";
import { Run } from "./run.js";
import { Tabs } from "./tabs.js";
import { describe } from "./why.js";

/** @import { Block } from "../report/block.js" */
/** @import { Finding, Kind } from "../report/finding.js" */
/** @import { Editing } from "./editing.js" */
/** @import { Found } from "../intake/found.js" */
/** @import { Options } from "./options.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @import { StageEvents } from "./states.js" */
/** @import { Target } from "./target.js" */

export class Stage {
	reading = new Reading();
	node = h("div", { class: "stage", part: "base", role: "group" });
	paste = new PasteBox({
		found: (found) => {
			if (this.node.getBoundingClientRect().top < 0) this.node.scrollIntoView();
			return this.#on.found(found);
		},
		tell: (key, values) =>
			this.notices.show({ code: "intake.unread", words: this.#options.say(key, values), tone: "alert" }),
	});
	bar = new Bar({
		toggle: (kind) => this.#on.toggle(kind),
		plain: () => this.setPlain(!this.reading.plain),
		edit: () => this.edit(!this.#isEditing),
	});
	notices = new Notices(defaults().say);
	#progress = new Progress(() => {
		this.#run.stop();
		this.#isReading = false;
		this.#panel.refresh();
		this.bar.say(this.#options.say("status.cancelled"));
	});
	#reader = new Reader({
		point: (findings, anchor, back) => this.pointing.open(findings, anchor, back),
		reach: (finding) => this.pointing.choose(finding),
		edit: () => this.#editing?.typed(),
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
	/** Fetched when somebody wants to type. @type {Editing | undefined} */ #editing;
	#tabs = new Tabs(() => this.#panel.refresh());
	#panel = new Panel((tab, body) => this.#tabs.fill(tab, body, this.#view()));
	#popover = new Popover();
	#lesson = new Lesson(this.#reader, () => this.set(this.#options));
	#parts = {
		reading: this.reading,
		reader: this.#reader,
		bar: this.bar,
		panel: this.#panel,
		popover: this.#popover,
	};
	pointing = new Pointing(this.#parts, {
		view: () => this.#view(),
		draw: () => this.#draw(),
		painted: () => this.host ?? (this.#isEditing ? (this.#editing ?? null) : null),
		show: ({ kind }) => {
			if (!this.reading.shown.has(kind)) this.#on.toggle(kind);
			if (this.reading.plain) this.setPlain(false);
		},
		chosen: (finding) => this.#on.send("select", { id: finding.id, finding }),
	});
	desk = new DeskDoor(this.#parts, {
		options: () => this.#options,
		draw: () => this.#draw(),
		changed: () => this.#on.send("report", { report: this.reading.report, edited: true }),
		relist: (lexicons) => this.#on.relist(lexicons),
		notify: (words, actions) => this.notices.show({ code: "own-words", words, actions }),
	});
	#paper = new Paper(
		() => {
			this.bar.settle();
			if (this.host) return this.reading.marked.filter(({ kind }) => kind !== "sentence");
			// Every mark is drawn first: one that was never in view has no number yet.
			return this.#reader.complete();
		},
		() => ({ ...this.#view(), ...this.reading.work, isHosts: this.host !== null }),
	);
	/** What stands after a host's article, so that the article stays where it was. */
	#after = h("div", { class: "stage around" });
	#edge = new Edge([this.node, this.#after]);
	#columns = h("div", { class: "columns" }, this.#reader.node, this.#panel.node);
	/** @type {StageEvents} */ #on;
	/** @type {HostArticle | null} */ host = null;
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
			this.#lesson.node,
			this.desk.node,
			this.#columns,
			this.#paper.node,
		);
		root.append(this.node, h("slot"), this.#after, this.#popover.node);
	}

	/**
	 * @param {Target} target
	 * @param {Options} options
	 */
	connect({ mode, article }, options) {
		const own = mode !== "around";
		this.paste.node.hidden = mode !== "paste";
		this.#reader.node.hidden = !own;
		this.node.classList.toggle("around", !own);
		if (article)
			this.host = new HostArticle(article, (found, range) => this.pointing.open(found, range, null));
		(own ? this.node : this.#after).append(this.#columns, this.#paper.node);
		const parts = () => [this.paste.fetch(), this.#lesson.fetch(), this.#tabs.fetch(), this.#fetchEditing()];
		if (own) seen().then(() => Promise.allSettled(parts()));
		this.#edge.begin().catch(() => {});
		this.set(options);
	}

	disconnect() {
		this.#edge.end();
		this.#paper.listen(false);
		this.#run.stop();
		this.host?.remove();
		this.host = null;
		this.#popover.close();
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
		this.#edge.look();
		this.node.setAttribute("aria-label", options.label || "saidso");
		this.#panel.node.hidden = !options.panel;
		// Elsewhere the host prints its own article, and adds to it only what it asks for.
		const isPrinted = this.node.isConnected && (options.notes || !this.#reader.node.hidden);
		this.#paper.listen(isPrinted).catch(() => {});
		for (const [name, on] of Object.entries({ nopanel: !options.panel, teaching: this.#lesson.isOn }))
			this.node.classList.toggle(name, on);
		for (const part of [this.paste, this.bar, this.notices, this.#panel, this.#progress]) part.name(say);
		this.#draw();
		// Where a reader's own text may come, it is fetched before; what was corrected elsewhere is shown so.
		if (options.corrections || reading.corrections.length) seen().then(() => this.desk.fetch());
	}

	/**
	 * @param {string} [text]
	 * @param {Block[]} [blocks]
	 * @returns {Promise<Report>}
	 */
	async annotate(text, blocks) {
		const { call } = this.#options;
		if (this.#reader.node.hidden && text === undefined) {
			this.#run.forget();
			return this.follow();
		}
		this.#on.state("loading");
		const words = text ?? this.reading.text;
		this.#begin(words);
		const { report, all } = await this.#run.text(words, { ...call, blocks });
		return this.#finish(words, report, all);
	}

	/**
	 * Annotates a host's article as it is now; where its words are as before, only their places are others.
	 * @returns {Promise<Report>}
	 */
	async follow() {
		const host = this.host;
		if (!this.reading.text) this.#on.state(host ? "loading" : "empty");
		const done = host && (await this.#run.host(host, this.#options.call));
		if (!done) return this.#wait();
		const { text, report, all } = done;
		if (this.reading.report !== report) {
			this.#leave();
			return this.#finish(text, report, all);
		}
		this.#mark();
		this.#on.state("ready", this.reading.isCut);
		return report;
	}

	/** Shows that there is no article yet, or none any more. */
	#wait() {
		this.#leave();
		this.reading.take("", nothing());
		this.#draw();
		this.#on.state("empty");
		return this.reading.report;
	}

	/** @param {string} text */
	#begin(text) {
		this.#leave();
		this.desk.turn(text);
		this.reading.take(text, nothing());
		this.#isReading = true;
		this.#refresh();
		this.bar.say(this.#options.say("status.loading"));
	}

	/** Ends what belongs to the text before. */
	#leave() {
		this.#lesson.end();
		this.#editing?.drop();
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
		this.notices.warn(report, this.#options.call, this.paste.node.hidden ? "site" : "reader");
		if (!this.host) this.notices.fold(this.#reader);
		this.#on.state("ready", this.reading.isCut);
		this.#on.send("report", { report, edited: this.reading.isEdit });
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
		this.desk.turn(text);
		const all = findings(report);
		this.#run.keep(text, report, all);
		this.#reader.show(text, report.blocks);
		this.#finish(text, report, all);
	}

	clear() {
		this.adopt("", nothing());
	}

	/** @param {unknown} error */
	fail(error) {
		const { say } = this.#options;
		const code = error instanceof SaidSoError ? error.code : "engine-crash";
		this.#isReading = false;
		const words = say(`error.${code}`, { detail: String(error) });
		this.notices.show({ code, words, tone: "alert" });
		// What was found in the article that is still here stays.
		if (!this.reading.report.engine.version) this.bar.say("");
		this.#panel.refresh();
	}

	/** @param {boolean} on */
	setPlain(on) {
		this.reading.plain = on;
		this.#draw();
	}

	/** @param {boolean} on */
	async edit(on) {
		if (on === this.#isEditing) return;
		// Nothing is awaited where it is here: what is typed next is to go into the text.
		if (on) (this.#editing ?? (await this.#fetchEditing())).begin(this.#options.say("paste.label"));
		else await this.#editing?.end();
		const long = "notice.long-edit";
		if (on && this.#reader.isLong) this.notices.show({ code: long, words: this.#options.say(long) });
		this.#draw();
	}

	get #isEditing() {
		return this.#editing?.isOn ?? false;
	}

	async #fetchEditing() {
		const { Editing } = await import("./editing.js");
		this.#editing ??= new Editing(this.#reader, this.reading, {
			changed: () => {
				this.#refresh();
				const edited = this.#editing?.isSame ?? true;
				this.#on.send("report", { report: this.reading.report, edited });
			},
			ended: (text, blocks, replaced) => this.#on.edited({ text, blocks }, replaced),
			options: () => this.#options.call,
		});
		return this.#editing;
	}

	#draw() {
		this.#mark();
		if (!this.#lesson.isOn) this.#refresh();
	}

	/** @param {Block[]} [blocks] */
	#mark(blocks) {
		const { marked } = this.reading;
		if (this.#lesson.isOn) return;
		if (this.#isEditing) this.#editing?.paint();
		else if (this.host) this.host.draw(marked);
		else if (!this.#reader.node.hidden) this.#reader.mark(marked, blocks);
	}

	#refresh() {
		const isBlank = !this.reading.text && !this.#isEditing;
		for (const node of [this.node, this.#after]) node.classList.toggle("blank", isBlank);
		const how = { editing: this.#isEditing, isPaste: !this.paste.node.hidden };
		this.bar.tell(this.reading, { ...this.#options, ...how });
		this.desk.refresh();
		this.#panel.refresh();
	}

	/** Shows or hides the panel; as a sheet, opens or closes it. */
	togglePanel() {
		this.node.classList.toggle("nopanel", !this.#panel.toggle());
	}

	/** Lets the reader mark first. */
	async teach() {
		await this.edit(false);
		this.#popover.close();
		await this.#lesson.begin(this.reading.visible, this.#options.say);
		this.#panel.node.hidden = true;
		this.node.classList.add("teaching");
	}

	/** @returns {import("./findings.js").ListView & { waiting: string }} */
	#view() {
		const { report, text, visible: findings, byId, hidden, speechOnly } = this.reading;
		const { say, language } = this.#options;
		const waiting = say(this.#isReading ? "status.loading" : "panel.unread");
		const more = { desk: this.desk.open, waiting, ...this.#picks };
		return { report, text, findings, byId, hidden, speechOnly, say, language, ...more };
	}

	#picks = picks({
		reading: this.reading,
		draw: () => this.#draw(),
		pick: (id, from) => this.pointing.pick(id, from),
	});
}
