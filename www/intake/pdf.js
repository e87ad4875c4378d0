// @ts-check
//! Owns reading .pdf with pdf.js, which is loaded only then; its worker runs under our own policy. What the words are as a
//! text is in `pdf-layout.js`.

import * as pdf from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import { SaidSoError } from "../engine/error.js";
import { scriptUrl } from "../engine/trusted.js";
import { layout } from "./pdf-layout.js";

/** @import { Found } from "./found.js" */
/** @import { Page } from "./pdf-layout.js" */

/** More pages than this are a book; the rest is left out by the limit of the text anyway. */
const MOST = 2_000;

/**
 * @param {ArrayBuffer} bytes
 * @returns {Promise<Found>}
 */
export async function fromPdf(bytes) {
	const url = new URL(workerUrl, globalThis.location.href).href;
	const port = new Worker(scriptUrl(url), { type: "module", name: "pdf" });
	const worker = new pdf.PDFWorker(/** @type {any} */ ({ port, verbosity: pdf.VerbosityLevel.ERRORS }));
	const data = new Uint8Array(bytes);
	// Nothing is evaluated and nothing fetched: neither fonts nor tables of letters.
	const task = pdf.getDocument({
		data,
		worker,
		isEvalSupported: false,
		useWorkerFetch: false,
		stopAtErrors: false,
		verbosity: pdf.VerbosityLevel.ERRORS,
	});
	try {
		const file = await task.promise;
		/** @type {Page[]} */
		const pages = [];
		for (let number = 1; number <= Math.min(MOST, file.numPages); number++)
			pages.push(await pageOf(file, number));
		const found = layout(pages);
		if (!found.text)
			throw new SaidSoError("unsupported-file", "the PDF holds pictures of pages, and no words");
		return found;
	} finally {
		await task.destroy();
		worker.destroy();
		port.terminate();
	}
}

/**
 * @param {import("pdfjs-dist").PDFDocumentProxy} file
 * @param {number} number from 1
 * @returns {Promise<Page>}
 */
async function pageOf(file, number) {
	const page = await file.getPage(number);
	const { items } = await page.getTextContent();
	const pieces = items.flatMap((item) => {
		if (!("str" in item)) return [];
		const [, , skew, scale, x, y] = item.transform;
		return [{ words: item.str, x, y, width: item.width, height: item.height || Math.hypot(skew, scale) }];
	});
	const [, , , height] = page.view;
	page.cleanup();
	return { pieces, height };
}
