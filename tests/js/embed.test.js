// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Embed } from "../../www/embed/embed.js";
import { serve } from "../../www/embed/frame.js";
import { PROTOCOL, takePort } from "../../www/embed/handshake.js";
import { createPeer } from "../../www/embed/rpc.js";
import { SaidSoError } from "../../www/engine/error.js";
import { report, text } from "./sample.js";

/** @import { TestContext } from "node:test" */

/** What `<said-so>` does for an embed, without a page. */
class Reader extends EventTarget {
	value = "";
	/** @type {Record<string, string>} */
	attributes = {};
	/** @type {readonly import("../../www/engine/engine.js").Lexicon[]} */
	lexicons = [];
	/** @type {string[]} */
	selected = [];
	/** @type {Error | undefined} */
	failure;

	async annotate(/** @type {string} */ words = "") {
		this.value = words;
		if (this.failure) throw this.failure;
		this.tell("report", { report });
		return report;
	}

	/** The reader's own hand. @param {string} words */
	paste(words) {
		this.value = words;
		this.tell("report", { report });
		this.tell("select", { id: "a0" });
		this.tell("error", { error: new SaidSoError("engine-crash", words) });
	}

	select(/** @type {string} */ id) {
		this.selected.push(id);
		return id === "a0";
	}

	async export(/** @type {string} */ format) {
		return `${format}: ${this.value}`;
	}

	clear() {
		this.value = "";
	}

	setAttribute(/** @type {string} */ name, /** @type {string} */ value) {
		this.attributes[name] = value;
	}

	/**
	 * @param {string} name
	 * @param {object} detail
	 */
	tell(name, detail) {
		this.dispatchEvent(new CustomEvent(`said-so-${name}`, { detail }));
	}
}

/** A window that keeps what is posted to it. */
class FakeWindow extends EventTarget {
	/** @type {{ data: any, ports: MessagePort[] }[]} */
	posted = [];

	postMessage(
		/** @type {any} */ data,
		/** @type {string} */ _origin,
		/** @type {MessagePort[]} */ ports = [],
	) {
		this.posted.push({ data, ports });
	}

	/**
	 * @param {any} data
	 * @param {unknown} source
	 * @param {MessagePort[]} [ports]
	 */
	hear(data, source, ports = []) {
		this.dispatchEvent(Object.assign(new Event("message"), { data, source, ports }));
	}
}

/** A page with a place for a frame. */
function page() {
	const window = new FakeWindow();
	const inside = new FakeWindow();
	/** @type {Record<string, string>} */
	const attributes = {};
	const frame = {
		attributes,
		contentWindow: inside,
		isGone: false,
		setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => {
			attributes[name] = value;
		},
		remove: () => {
			frame.isGone = true;
		},
	};
	const document = { createElement: () => frame, defaultView: window };
	const place = { ownerDocument: document, append: () => {} };
	return { window, inside, frame, place: /** @type {any} */ (place) };
}

/**
 * An embed whose frame has said hello, and the reader inside it.
 * @param {TestContext} t
 * @param {Partial<import("../../www/embed/embed.js").EmbedOptions>} [options]
 */
function met(t, options = {}) {
	const host = page();
	const embed = new Embed(host.place, { src: "embed.html", ...options });
	const reader = new Reader();
	const hello = () => {
		host.window.hear({ protocol: PROTOCOL, type: "hello" }, host.inside);
		return serve(reader, /** @type {MessagePort} */ (host.inside.posted.at(-1)?.ports[0]));
	};
	const peer = hello();
	/** @type {[string, any][]} */
	const heard = [];
	for (const name of ["ready", "resize", "report", "select", "error"]) {
		embed.addEventListener(name, (event) => heard.push([name, /** @type {CustomEvent} */ (event).detail]));
	}
	t.after(() => embed.dispose());
	return { ...host, embed, reader, peer, hello, heard };
}

/** Waits until everything that was said before has been heard; messages keep their order. @param {Embed} embed */
const allHeard = (embed) => embed.select("nothing");

test("the frame is sandboxed, named, and gives no referrer away", (t) => {
	const { frame } = met(t, { title: "Who says what" });
	assert.equal(frame.attributes.sandbox, "allow-scripts allow-downloads allow-popups");
	assert.equal(frame.attributes.title, "Who says what");
	assert.equal(frame.attributes.referrerpolicy, "no-referrer");
});

test("only the frame's own hello is answered", (t) => {
	const { window, inside, place } = page();
	const embed = new Embed(place, { src: "embed.html" });
	t.after(() => embed.dispose());
	const stranger = new FakeWindow();
	window.hear({ protocol: PROTOCOL, type: "hello" }, stranger);
	window.hear({ protocol: PROTOCOL, type: "hello" }, null);
	window.hear({ protocol: "saidso/2", type: "hello" }, inside);
	window.hear("hello", inside);
	window.hear(null, inside);
	assert.equal(inside.posted.length + stranger.posted.length, 0);
	window.hear({ protocol: PROTOCOL, type: "hello" }, inside);
	assert.equal(inside.posted[0].ports.length, 1);
});

test("the frame takes a port from its parent only, and one only", async (t) => {
	const window = new FakeWindow();
	const parent = new FakeWindow();
	const taken = takePort(window, /** @type {any} */ (parent));
	assert.deepEqual(parent.posted[0].data, { protocol: PROTOCOL, type: "hello" });
	const [evil, good, late] = [new MessageChannel(), new MessageChannel(), new MessageChannel()];
	t.after(() => [evil, good, late].forEach(({ port1 }) => void port1.close()));
	window.hear({ protocol: PROTOCOL, type: "port" }, new FakeWindow(), [evil.port2]);
	window.hear({ protocol: PROTOCOL, type: "port" }, parent, []);
	window.hear({ protocol: PROTOCOL, type: "port" }, parent, [good.port2]);
	window.hear({ protocol: PROTOCOL, type: "port" }, parent, [late.port2]);
	assert.equal(await taken, good.port2);
});

test("a site shows its text, gets the report, points at marks and exports", async (t) => {
	const { embed, reader, heard } = met(t);
	assert.deepEqual(await embed.annotate(text), report);
	assert.deepEqual([await embed.select("a0"), await embed.select("a9")], [true, false]);
	assert.equal(await embed.export("csv"), `csv: ${text}`);
	reader.tell("select", { id: "h0", finding: { pieces: "of no concern" } });
	await allHeard(embed);
	assert.deepEqual(heard, [
		["report", { report }],
		["select", { id: "h0" }],
	]);
});

test("options and theme become attributes", async (t) => {
	const { embed, reader } = met(t, { settings: { show: "hedge" }, theme: "dark" });
	await embed.setOptions({ minConfidence: 0.5, maxChars: 9000, panel: "none" });
	assert.deepEqual(reader.attributes, {
		show: "hedge",
		theme: "dark",
		"min-confidence": "0.5",
		"max-chars": "9000",
		panel: "none",
	});
	await embed.setTheme("light");
	assert.equal(reader.attributes.theme, "light");
});

test("a site shows its text without a box to paste into, in its language, with words of its own", async (t) => {
	const { embed, reader } = met(t, { settings: { mode: "text", lang: "de" } });
	await embed.whenReady();
	await embed.setOptions({});
	assert.deepEqual(reader.attributes, { mode: "text", lang: "de" });
	await assert.rejects(embed.setOptions(/** @type {any} */ ({ mode: "around" })), { code: "bad-argument" });
	await assert.rejects(embed.setLexicons([/** @type {any} */ ({ name: "none" })]), { code: "bad-lexicon" });
	assert.deepEqual(reader.lexicons, []);
});

test("what the reader pastes is never told to the site, nor exported, nor pointed at", async (t) => {
	const { embed, reader, heard } = met(t);
	reader.paste("The reader’s secret");
	await embed.annotate(text);
	assert.deepEqual(heard, [["report", { report }]]);
	reader.paste("The reader’s other secret");
	assert.equal(await embed.select("a0"), false);
	await assert.rejects(embed.export("json"), { code: -32001 });
	assert.equal(heard.length, 1);
	assert.deepEqual(reader.selected, []);
	await embed.annotate(text);
	assert.equal(await embed.export("json"), `json: ${text}`);
});

test("an error reaches the site as a code, without the words that caused it", async (t) => {
	const { embed, reader, heard } = met(t);
	await embed.annotate(text);
	reader.tell("error", { error: new TypeError(text) });
	reader.failure = new SaidSoError("engine-crash", "the engine stopped on this text");
	await assert.rejects(embed.annotate(text), { name: "SaidSoError", code: "engine-crash" });
	assert.deepEqual(heard.at(-1), ["error", { code: "engine-crash" }]);
});

test("params that are not what a method takes are refused", async (t) => {
	const host = page();
	const embed = new Embed(host.place, { src: "embed.html" });
	t.after(() => embed.dispose());
	const { port1, port2 } = new MessageChannel();
	const served = serve(new Reader(), port2);
	const site = createPeer(port1, {});
	t.after(site.close);
	t.after(served.close);
	for (const [method, params] of [
		["annotate", { text: 7 }],
		["annotate", undefined],
		["setTheme", { theme: "url(x)" }],
		["setOptions", { minConfidence: 2 }],
		["select", ["a0"]],
	]) {
		await assert.rejects(site.request(String(method), params), { code: "bad-argument" });
	}
	await site.request("annotate", { text });
	await assert.rejects(site.request("export", { format: "toString" }), { code: "bad-argument" });
	await assert.rejects(site.request("innerHTML", {}), { code: -32601 });
});

test("a site that hands in what cannot be is told at once, and nothing of it is kept", async (t) => {
	const { place } = page();
	const wrong = { name: "SaidSoError", code: "bad-argument" };
	const throwing = new Proxy({}, { get: () => assert.fail("read"), ownKeys: () => assert.fail("read") });
	const values = [5, null, undefined, {}, [], "", Symbol("x"), 10n, throwing];
	const make = /** @type {any} */ ((/** @type {unknown[]} */ ...given) => Reflect.construct(Embed, given));
	for (const value of values) {
		assert.throws(() => make(value, { src: "embed.html" }), wrong);
		assert.throws(() => make(place, value), wrong);
		assert.throws(() => make(place, { src: value }), wrong);
		if (value === null || value === undefined) continue;
		for (const name of ["title", "theme", "patience"])
			if (!(name === "patience" && value === 5) && !(name === "title" && value === ""))
				assert.throws(() => make(place, { src: "embed.html", [name]: value }), wrong, name);
		assert.throws(() => make(place, { src: "embed.html", settings: { mode: value } }), wrong);
	}
	const { embed, reader, hello } = met(t);
	const calls = /** @type {any} */ (embed);
	for (const value of values) {
		for (const name of ["annotate", "select", "export"])
			if (value !== "") await assert.rejects(calls[name](value), wrong, name);
		await assert.rejects(calls.setTheme(value), wrong);
		if (value !== null && value !== undefined)
			await assert.rejects(calls.setOptions({ maxChars: value, mode: value }), wrong);
		if (!Array.isArray(value)) await assert.rejects(calls.setLexicons(value), wrong);
	}
	await assert.rejects(calls.setOptions({ size: 5 }), {
		message:
			"there is no option size; there are mode, show, minConfidence, panel, announce, maxChars, lang, label",
	});
	await embed.setTheme("dark");
	hello();
	await embed.annotate(text);
	assert.deepEqual(reader.attributes, { theme: "dark" });
});

test("the frame is as high as it asks to be, within reason", async (t) => {
	const { embed, frame, peer } = met(t);
	peer.notify("resize", { height: 640.2 });
	for (const height of [-5, 0, 1e9, "tall", null]) peer.notify("resize", { height });
	await allHeard(embed);
	assert.equal(frame.attributes.height, "641");
});

test("a frame that is loaded anew gets a new channel and the same settings", async (t) => {
	const { embed, reader, hello } = met(t, { theme: "dark" });
	await embed.annotate(text);
	reader.attributes = {};
	hello();
	assert.deepEqual(await embed.annotate(text), report);
	assert.equal(reader.attributes.theme, "dark");
});

test("calls wait for the frame, and give up when it never answers", async (t) => {
	const { place } = page();
	const embed = new Embed(place, { src: "embed.html", patience: 30 });
	t.after(() => embed.dispose());
	await assert.rejects(embed.annotate(text), { code: "wasm-load" });
});

test("a disposed embed is gone, and every call settles", async (t) => {
	const { embed, frame, reader } = met(t);
	await embed.annotate(text);
	reader.annotate = () => new Promise(() => {});
	const cleared = new Promise((resolve) => {
		reader.clear = () => resolve("cleared");
	});
	const call = embed.annotate(text);
	await embed.whenReady();
	embed.dispose();
	embed.dispose();
	await assert.rejects(call, { code: "aborted" });
	await assert.rejects(embed.whenReady(), { code: "aborted" });
	assert.equal(frame.isGone, true);
	assert.equal(await cleared, "cleared");
});
