// @ts-check
//! Owns annotating many texts at once, in as many workers as the machine has cores to spare. A worker that crashes fails
//! its text alone and is replaced; where none can start, the page's own thread does the work between frames.

import { annotate, ready } from "./engine.js";
import { aborted, isErrorCode, SaidSoError } from "./error.js";
import { breathe } from "./pace.js";
import { gather, launch } from "./remote.js";

/** @import { SyncOptions } from "./engine.js" */
/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {{ text: string, options: SyncOptions, resolve(report: Report): void, reject(error: unknown): void }} Task */
/** @typedef {{ worker: Worker, task: Task | null, isStarted: boolean, parts: Record<string, any> }} Seat */

/** More workers than this only wait for one another's memory. */
const MOST = 8;

export class Pool {
	/** @type {Seat[]} */ #seats = [];
	/** @type {Task[]} */ #waiting = [];
	#isRefused = false;
	#isClosed = false;

	/** How many texts it can do at once. */
	static get size() {
		return Math.min(MOST, Math.max(1, globalThis.navigator?.hardwareConcurrency ?? 2));
	}

	/**
	 * @param {string} text
	 * @param {SyncOptions} [options]
	 * @returns {Promise<Report>}
	 */
	async annotate(text, options = {}) {
		const module = await ready();
		if (this.#isClosed) throw aborted();
		if (!this.#isRefused && this.#seats.length < Pool.size) this.#open(module);
		if (this.#isRefused) {
			await breathe();
			return annotate(text, options);
		}
		return new Promise((resolve, reject) => {
			this.#waiting.push({ text, options, resolve, reject });
			this.#next();
		});
	}

	/** Ends all workers; what is under way is rejected. */
	close() {
		this.#isClosed = true;
		for (const { worker, task } of this.#seats) {
			worker.terminate();
			task?.reject(aborted());
		}
		for (const task of this.#waiting) task.reject(aborted());
		this.#seats = [];
		this.#waiting = [];
	}

	/** @param {WebAssembly.Module} module */
	#open(module) {
		try {
			const worker = launch();
			/** @type {Seat} */
			const seat = { worker, task: null, isStarted: false, parts: {} };
			worker.addEventListener("message", ({ data }) => this.#receive(seat, data));
			worker.addEventListener("error", () => this.#lose(seat, module));
			worker.postMessage({ module });
			this.#seats.push(seat);
		} catch {
			this.#isRefused = this.#seats.length === 0;
		}
	}

	#next() {
		for (const seat of this.#seats) {
			const task = seat.task ? undefined : this.#waiting.shift();
			if (!task) continue;
			seat.task = task;
			seat.parts = {};
			seat.worker.postMessage({ id: 1, text: task.text, options: task.options });
		}
	}

	/**
	 * @param {Seat} seat
	 * @param {Record<string, any>} data
	 */
	#receive(seat, data) {
		seat.isStarted = true;
		const { task, parts } = seat;
		if (!task || data.id === undefined) return;
		const isDone = gather(parts, data);
		if (!isDone && !data.error) return;
		seat.task = null;
		if (data.error) task.reject(failure(data.error));
		else task.resolve(/** @type {Report} */ (/** @type {unknown} */ (parts)));
		this.#next();
	}

	/**
	 * @param {Seat} seat
	 * @param {WebAssembly.Module} module
	 */
	#lose(seat, module) {
		const { task, isStarted, worker } = seat;
		worker.terminate();
		this.#seats = this.#seats.filter((other) => other !== seat);
		if (isStarted) {
			task?.reject(new SaidSoError("engine-crash", "the engine's worker stopped"));
			this.#open(module);
			return this.#next();
		}
		this.#isRefused = this.#seats.length === 0;
		const left = this.#isRefused ? this.#waiting.splice(0) : [];
		for (const one of [...(task ? [task] : []), ...left])
			annotate(one.text, one.options).then(one.resolve, one.reject);
	}
}

/** @param {{ code: unknown, message: string }} error */
const failure = ({ code, message }) => new SaidSoError(isErrorCode(code) ? code : "engine-crash", message);
