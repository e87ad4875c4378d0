// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { decodeShare, encodeShare, isShare } from "../../www/export/share.js";
import { text } from "./sample.js";

/** @param {string | Buffer} data */
const link = (data) => `#d=${deflateRawSync(data).toString("base64url")}`;

/** Letters that no compression makes shorter, the same on every run. */
function noise() {
	let seed = 7;
	const next = () => {
		seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
		return String.fromCharCode(0x4e00 + (seed >>> 18));
	};
	return Array.from({ length: 60_000 }, next).join("");
}

test("a text and its view come back as they were", async () => {
	const view = {
		show: ["attribution", "hedge"],
		minConfidence: 0.5,
		plain: false,
		panel: "sources",
		selected: "a1",
		hidden: ["hedge|hedge:modal|may"],
	};
	const fragment = await encodeShare(text, view);
	assert.ok(isShare(fragment));
	assert.match(fragment, /^#d=[\w-]+$/);
	assert.deepEqual(await decodeShare(fragment), { text, view, truncated: false });
	assert.equal((await decodeShare(fragment.slice(1))).text, text);
});

test("any text comes back, lone surrogates too", async () => {
	const anything = fc.oneof(fc.string({ unit: "binary" }), fc.constant("a\ud83d b\ud83d"), fc.constant(""));
	await fc.assert(
		fc.asyncProperty(anything, async (any) => {
			assert.equal((await decodeShare(await encodeShare(any))).text, any);
		}),
		{ numRuns: 50 },
	);
});

test("a link cut anywhere is refused", async () => {
	const fragment = await encodeShare(text);
	for (let length = 0; length < fragment.length; length++) {
		await assert.rejects(decodeShare(fragment.slice(0, length)), { code: "bad-share" });
	}
});

test("a link with one letter changed is refused, or says the same", async () => {
	const fragment = await encodeShare(text);
	for (let n = 3; n < fragment.length; n++) {
		const changed = fragment.slice(0, n) + (fragment[n] === "A" ? "B" : "A") + fragment.slice(n + 1);
		await decodeShare(changed).then(
			(shared) => assert.equal(shared.text, text),
			(error) => assert.equal(error.code, "bad-share"),
		);
	}
});

test("what is no link of ours is refused", async () => {
	const bad = [
		"",
		"#",
		"#d=",
		"#top",
		"#d=ä",
		"#d=A",
		link("{}"),
		link("[1,2]"),
		link("null"),
		link('{"v":2,"text":"later"}'),
		link('{"v":1,"text":7}'),
		link('{"v":1,"text":"a","sum":1}'),
		link('{"v":1,"text":"a","view":{"show":"all"}}'),
		link('{"v":1,"text":"a","view":{"minConfidence":1e999}}'),
		link('{"v":1,"text":"a","view":{"panel":"<img>"}}'),
		link('{"v":1,"text":"a","__proto__":{"text":"b"}}'),
		link('{"v":1,"text":"a","view":{"constructor":{}}}'),
		link(Buffer.from([0x22, 0xff, 0x22])),
	];
	for (const fragment of bad) await assert.rejects(decodeShare(fragment), { code: "bad-share" }, fragment);
	assert.equal(Reflect.get({}, "text"), undefined);
});

test("fields that are not ours are dropped", async () => {
	const shared = await decodeShare(
		link('{"v":1,"text":"a","view":{"plain":true,"onclick":"x"},"html":"<b>"}'),
	);
	assert.deepEqual(shared, { text: "a", view: { plain: true }, truncated: false });
});

test("a small link that would fill the memory is given up while it is read", async () => {
	const bomb = link(`{"v":1,"text":"${"a".repeat(30_000_000)}"}`);
	assert.ok(bomb.length < 64_000);
	await assert.rejects(decodeShare(bomb), { code: "too-long" });
});

test("a text past two million characters is cut, and never inside an emoji", async () => {
	const shared = await decodeShare(link(JSON.stringify({ v: 1, text: `${"a".repeat(1_999_999)}🚧b` })));
	assert.deepEqual([shared.text.length, shared.truncated], [1_999_999, true]);
});

test("what does not fit into a link is refused on both sides", async () => {
	await assert.rejects(encodeShare("a".repeat(2_000_001)), { code: "too-long" });
	await assert.rejects(encodeShare(noise()), { code: "too-long" });
	await assert.rejects(decodeShare(`#d=${"A".repeat(64_001)}`), { code: "too-long" });
});
