// @ts-check
//! Owns JSON-RPC 2.0 over a message port, the language between a site and its embed. Both sides use this file.
//! Messages are strings, so that their size is known before they are read.

import { aborted, isErrorCode, SaidSoError, wrong } from "../engine/error.js";
import { MAX_MESSAGE } from "../engine/limit.js";
import { joiner, split } from "./parts.js";

/** @typedef {(params: unknown) => unknown} Method */
/** @typedef {{ resolve: (result: unknown) => void, reject: (error: Error) => void }} Pending */
/** @typedef {{ code: number, message: string, data?: { code: string } }} Refusal */
/** @typedef {{ jsonrpc: "2.0", id?: unknown, method?: unknown, params?: unknown, result?: unknown, error?: unknown }} Message */
/**
 * @typedef {object} Peer
 * @property {(method: string, params?: unknown) => Promise<unknown>} request
 * @property {(method: string, params?: unknown) => void} notify
 * @property {() => void} close rejects with `aborted` what is under way
 */

const PARSE_ERROR = { code: -32700, message: "not JSON" };
const INVALID_REQUEST = { code: -32600, message: "not a JSON-RPC 2.0 message" };
const METHOD_NOT_FOUND = { code: -32601, message: "no such method" };
const TOO_LONG = { code: -32600, message: "the message is too long", data: { code: "too-long" } };
const INVALID_PARAMS = -32602;
const FAILED = -32000;

/** What the other side answers when it does not do what was asked; `code` is JSON-RPC's. */
export class RpcError extends Error {
	/**
	 * @param {number} code
	 * @param {string} message
	 */
	constructor(code, message) {
		super(message);
		this.name = "RpcError";
		this.code = code;
	}
}

/** Thrown by a method whose params are not what it takes. */
export const invalidParams = (/** @type {string} */ message) => new RpcError(INVALID_PARAMS, message);

/**
 * Speaks over a port until it is closed.
 * @param {MessagePort} port
 * @param {Record<string, Method>} methods what the other side may call; their own properties only
 * @param {{ sends?: number, takes?: number }} [parts] in how many messages an answer or a notice may be sent and taken;
 * what is asked is always one
 * @returns {Peer}
 */
export function createPeer(port, methods, { sends = 1, takes = 1 } = {}) {
	/** @type {Map<number, Pending>} */
	const pending = new Map();
	let calls = 0;
	let closed = false;

	const join = joiner(takes);

	/** @param {Partial<Message>} message @param {number} [most] */
	const send = (message, most = 1) => {
		const data = JSON.stringify({ jsonrpc: "2.0", ...message });
		const all = isTooLong(data) ? split(data) : [data];
		if (all.length > most) throw new SaidSoError("too-long", `the message has ${data.length} characters`);
		if (!closed) for (const one of all) port.postMessage(one);
	};

	port.onmessage = async ({ data }) => {
		const whole = join(data);
		if (whole === undefined) return;
		const message = read(whole, takes);
		if ("code" in message) return send({ id: null, error: message });
		if (message.method === undefined) return settle(pending, message);
		const answer = await call(methods, message);
		if (message.id === undefined) return;
		try {
			send({ id: message.id, ...answer }, sends);
		} catch (error) {
			send({ id: message.id, error: refusal(error) });
		}
	};

	return {
		request: (method, params) =>
			new Promise((resolve, reject) => {
				if (closed) throw aborted();
				const id = ++calls;
				send({ id, method, params });
				pending.set(id, { resolve, reject });
			}),
		notify: (method, params) => send({ method, params }, sends),
		close() {
			closed = true;
			port.close();
			for (const { reject } of pending.values()) reject(aborted());
			pending.clear();
		},
	};
}

/**
 * A message, or why it is none.
 * @param {unknown} data
 * @param {number} parts in how many it may have come
 * @returns {Message | Refusal}
 */
function read(data, parts) {
	if (typeof data !== "string") return INVALID_REQUEST;
	if (parts === 1 && isTooLong(data)) return TOO_LONG;
	try {
		const message = JSON.parse(data);
		return isMessage(message) ? message : INVALID_REQUEST;
	} catch {
		return PARSE_ERROR;
	}
}

/**
 * @param {any} message
 * @returns {message is Message}
 */
const isMessage = (message) =>
	message?.jsonrpc === "2.0" &&
	(typeof message.method === "string" || (message.method === undefined && "id" in message));

/**
 * @param {Record<string, Method>} methods
 * @param {Message} message
 * @returns {Promise<{ result: unknown } | { error: Refusal }>}
 */
async function call(methods, { method, params }) {
	if (typeof method !== "string" || !Object.hasOwn(methods, method)) return { error: METHOD_NOT_FOUND };
	try {
		return { result: (await methods[method](params)) ?? null };
	} catch (error) {
		return { error: refusal(error) };
	}
}

/**
 * What the other side learns of an error: its code and, for our own errors only, its message.
 * @param {unknown} error
 * @returns {Refusal}
 */
function refusal(error) {
	if (error instanceof RpcError) return { code: error.code, message: error.message };
	if (!(error instanceof SaidSoError)) return { code: FAILED, message: "the call failed" };
	return { code: FAILED, message: error.message, data: { code: error.code } };
}

/**
 * @param {Map<number, Pending>} pending
 * @param {Message} message
 */
function settle(pending, { id, result, error }) {
	const asked = pending.get(Number(id));
	pending.delete(Number(id));
	if (error === undefined) asked?.resolve(result);
	else asked?.reject(received(error));
}

/**
 * The error that the other side answered with, as one of ours where it is one.
 * @param {any} error
 */
function received(error) {
	const message = String(error?.message);
	const code = error?.data?.code;
	if (isErrorCode(code)) return new SaidSoError(code, message);
	return error?.code === INVALID_PARAMS ? wrong(message) : new RpcError(Number(error?.code), message);
}

/**
 * UTF-8 has at most three bytes for a UTF-16 unit, so short messages need no counting.
 * @param {string} data
 */
const isTooLong = (data) =>
	data.length > MAX_MESSAGE / 3 && new TextEncoder().encode(data).length > MAX_MESSAGE;
