// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { bookmarklet } from "../../www/export/bookmarklet.js";
import { decodeShare } from "../../www/export/share.js";
import { text } from "./sample.js";

const PAGE = "https://saidso.example/";

/**
 * Presses the bookmarklet on a page; only what browsers have is there, nothing of this project.
 * @param {{ selection?: string, blocks?: string[], body?: string, refuses?: boolean }} page
 */
async function press({ selection = "", blocks = [], body = "", refuses = false }) {
	const seen = {
		alerts: /** @type {string[]} */ ([]),
		opened: "",
		closed: false,
		left: "",
		opener: /** @type {unknown} */ ("host"),
	};
	const tab = {
		set opener(/** @type {unknown} */ value) {
			seen.opener = value;
		},
		location: {
			replace: (/** @type {string} */ url) => {
				seen.opened = url;
			},
		},
		close: () => {
			seen.closed = true;
		},
	};
	const browser = {
		document: {
			querySelectorAll: () => blocks.map((innerText) => ({ innerText })),
			body: { innerText: body },
		},
		getSelection: () => selection,
		alert: (/** @type {string} */ words) => void seen.alerts.push(words),
		open: (/** @type {string} */ url) => (refuses || url !== "about:blank" ? null : tab),
		location: {
			assign: (/** @type {string} */ url) => {
				seen.left = url;
			},
		},
		Blob,
		Response,
		CompressionStream,
		Uint8Array,
		btoa,
	};
	const source = decodeURIComponent(bookmarklet(PAGE).replace(/^javascript:/, ""));
	await runInNewContext(source.replace(/^void /, ""), browser);
	return seen;
}

/** @param {string} url */
const carried = async (url) => (await decodeShare(url.slice(PAGE.length))).text;

test("the article goes into the link, whatever stands in it", async () => {
	const { opened, opener } = await press({ blocks: [text] });
	assert.ok(opened.startsWith(`${PAGE}#d=`));
	assert.equal(await carried(opened), text);
	assert.equal(opener, null);
});

test("what is selected comes first, then the longest block, then the whole page", async () => {
	const blocks = ["A teaser.", "The whole long article."];
	assert.equal(await carried((await press({ selection: " Two words ", blocks })).opened), "Two words");
	assert.equal(await carried((await press({ blocks, body: "Menu. Article. Imprint." })).opened), blocks[1]);
	assert.equal(await carried((await press({ body: "Menu. Article." })).opened), "Menu. Article.");
});

test("a browser that opens no tab leaves the page instead", async () => {
	const { opened, left } = await press({ blocks: [text], refuses: true });
	assert.equal(opened, "");
	assert.equal(await carried(left), text);
});

test("no text and too long a text are said", async () => {
	assert.match((await press({ body: " " })).alerts[0], /no text/);
	let seed = 7;
	const noise = Array.from({ length: 60_000 }, () => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return String.fromCharCode(0x4e00 + (seed >>> 18));
	});
	const { alerts, opened, closed } = await press({ body: noise.join("") });
	assert.match(alerts[0], /too long/);
	assert.deepEqual([opened, closed], ["", true]);
});

test("the bookmark is an address without white space, and quotation marks in it break nothing", () => {
	assert.match(bookmarklet(PAGE), /^javascript:void \S+$/);
	const odd = bookmarklet(`https://saidso.example/"');alert(1)//`);
	assert.ok(decodeURIComponent(odd).includes(JSON.stringify(`https://saidso.example/"');alert(1)//`)));
});
