// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { createPeer, invalidParams, RpcError } from "../../www/embed/rpc.js";
import { SaidSoError } from "../../www/engine/error.js";

/**
 * Two ends that talk to each other; closed when the test ends.
 * @param {import("node:test").TestContext} t
 * @param {Record<string, import("../../www/embed/rpc.js").Method>} methods of the far end
 * @param {Record<string, import("../../www/embed/rpc.js").Method>} [own]
 */
function pair(t, methods, own = {}) {
	const { port1, port2 } = new MessageChannel();
	const near = createPeer(port1, own);
	const far = createPeer(port2, methods);
	t.after(near.close);
	t.after(far.close);
	return { near, far };
}

/**
 * One end that is ours and one that says what it likes.
 * @param {import("node:test").TestContext} t
 * @param {Record<string, import("../../www/embed/rpc.js").Method>} methods
 */
function raw(t, methods) {
	const { port1, port2 } = new MessageChannel();
	const peer = createPeer(port2, methods);
	t.after(peer.close);
	/** @param {unknown} data */
	const ask = (data) =>
		new Promise((resolve) => {
			port1.onmessage = (event) => resolve(JSON.parse(event.data));
			port1.postMessage(data);
		});
	return { ask, port: port1, peer };
}

const request = (/** @type {object} */ more) => JSON.stringify({ jsonrpc: "2.0", id: 1, ...more });

test("a call is answered, whatever order the answers come in", async (t) => {
	const { near } = pair(t, {
		wait: (ms) => new Promise((resolve) => setTimeout(resolve, Number(ms), ms)),
		nothing: () => undefined,
	});
	assert.deepEqual(await Promise.all([near.request("wait", 20), near.request("wait", 1)]), [20, 1]);
	assert.equal(await near.request("nothing"), null);
});

test("a notification arrives and is not answered", async (t) => {
	const heard = new Promise((resolve) => pair(t, { resize: resolve }).near.notify("resize", { height: 320 }));
	assert.deepEqual(await heard, { height: 320 });
});

test("our errors keep their code, other errors keep their words to themselves", async (t) => {
	const { near } = pair(t, {
		crash() {
			throw new SaidSoError("engine-crash", "the engine stopped");
		},
		leak() {
			throw new TypeError("the reader’s secret");
		},
		strict() {
			throw invalidParams("text: not a string");
		},
	});
	await assert.rejects(near.request("crash"), { name: "SaidSoError", code: "engine-crash" });
	await assert.rejects(
		near.request("leak"),
		(error) => error instanceof RpcError && !/secret/.test(error.message),
	);
	const wrong = { name: "SaidSoError", code: "bad-argument", message: "text: not a string" };
	await assert.rejects(near.request("strict"), wrong);
});

test("unknown methods are refused, inherited ones too", async (t) => {
	const { near } = pair(t, { annotate: () => 1 });
	for (const method of ["eval", "constructor", "__proto__", "toString", "hasOwnProperty", ""]) {
		await assert.rejects(near.request(method), { name: "RpcError", code: -32601 }, method);
	}
});

test("what is no message is refused with JSON-RPC's codes", async (t) => {
	const { ask } = raw(t, { annotate: () => 1 });
	const codes = new Map([
		["{", -32700],
		["[]", -32600],
		["null", -32600],
		['{"jsonrpc":"1.0","id":1,"method":"annotate"}', -32600],
		['{"jsonrpc":"2.0"}', -32600],
		[request({ method: 7 }), -32600],
	]);
	for (const [data, code] of codes) assert.equal((await ask(data)).error.code, code, data);
	assert.equal((await ask({ jsonrpc: "2.0", id: 1, method: "annotate" })).error.code, -32600);
});

test("an answer that nobody asked for is ignored", async (t) => {
	const { ask, port } = raw(t, { annotate: () => 1 });
	port.postMessage(JSON.stringify({ jsonrpc: "2.0", id: 99, result: "forged" }));
	assert.equal((await ask(request({ method: "annotate" }))).result, 1);
});

test("messages over 4 MB are neither sent nor read, counted in bytes", async (t) => {
	const { near } = pair(t, { echo: (words) => words, flood: () => "é".repeat(2_100_000) });
	assert.equal(String(await near.request("echo", "a".repeat(4_000_000))).length, 4_000_000);
	await assert.rejects(near.request("echo", "é".repeat(2_100_000)), { code: "too-long" });
	await assert.rejects(near.request("flood"), { code: "too-long" });
	assert.throws(() => near.notify("echo", "a".repeat(4_200_000)), { code: "too-long" });
	const { ask } = raw(t, { echo: (words) => words });
	assert.equal(
		(await ask(request({ method: "echo", params: "a".repeat(4_200_000) }))).error.data.code,
		"too-long",
	);
});

test("an answer or notice over 4 MB comes in parts where both sides agreed to it", async (t) => {
	const { port1, port2 } = new MessageChannel();
	const words = '\u0001é😀"'.repeat(1_700_000);
	/** @type {unknown[]} */
	const heard = [];
	const far = createPeer(port2, { flood: () => words, echo: (given) => given }, { sends: 256 });
	const near = createPeer(port1, { told: (given) => heard.push(given) }, { takes: 256 });
	t.after(far.close);
	t.after(near.close);
	assert.equal(await near.request("flood"), words);
	far.notify("told", words);
	assert.equal(await near.request("echo", 1), 1);
	assert.equal(heard[0], words);
	await assert.rejects(near.request("echo", words), { code: "too-long" });
});

test("parts that are out of order, too many or forged are no message", async (t) => {
	const { port1, port2 } = new MessageChannel();
	/** @type {any[]} */
	const answers = [];
	port1.onmessage = ({ data }) => answers.push(JSON.parse(data));
	const peer = createPeer(port2, { one: () => 1 }, { takes: 3 });
	t.after(peer.close);
	t.after(() => port1.close());
	for (const data of ["part 2/2 x", "part 1/9 x", "part 1/2 x", "part 3/3 x", "part 0/0 "])
		port1.postMessage(data);
	port1.postMessage(JSON.stringify({ jsonrpc: "2.0", id: 5, method: "one" }));
	while (!answers.some(({ id }) => id === 5)) await new Promise((settle) => setTimeout(settle, 5));
	assert.deepEqual(
		answers.map(({ error, result }) => error?.code ?? result),
		[-32700, -32700, -32700, -32700, 1],
	);
});

test("closing settles what is under way and refuses what comes later", async (t) => {
	const { near } = pair(t, { never: () => new Promise(() => {}) });
	const call = near.request("never");
	near.close();
	await assert.rejects(call, { code: "aborted" });
	await assert.rejects(near.request("never"), { code: "aborted" });
	near.notify("never");
});
