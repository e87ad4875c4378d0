// @ts-check
//! Owns what the tests of intake share: files chosen, dropped or pasted, and what is on the page then.

/** @import { Page } from "@playwright/test" */
/** @typedef {{ name: string, bytes: Buffer }} Dropped */

/** The beginning of a picture. */
export const PNG = Buffer.from("89504e470d0a1a0a", "hex");

/** @param {Page} page @returns {Promise<string>} */
export const value = (page) =>
	page.evaluate(() => /** @type {any} */ (document.querySelector("said-so")).value);
export const blocks = (/** @type {Page} */ page) => page.locator("said-so .block");

/**
 * @param {Page} page
 * @param {string} name
 * @param {string | Buffer} content
 */
export const file = (page, name, content) =>
	page.locator("said-so input[type=file]").setInputFiles({
		name,
		mimeType: "",
		buffer: typeof content === "string" ? Buffer.from(content) : content,
	});

/**
 * Drops or pastes files, with text that comes along.
 * @param {Page} page
 * @param {"drop" | "paste"} way
 * @param {Dropped[]} files
 * @param {Record<string, string>} [kinds] text by media type
 * @param {"page" | "field"} [place]
 */
export const bring = (page, way, files, kinds = {}, place = "page") =>
	page.evaluate(
		({ way, files, kinds, place }) => {
			const data = new DataTransfer();
			for (const [type, text] of Object.entries(kinds)) data.setData(type, text);
			for (const { name, type, bytes } of files)
				data.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name, { type }));
			const init = { bubbles: true, composed: true, cancelable: true };
			const event =
				way === "drop"
					? new DragEvent("drop", { ...init, dataTransfer: data })
					: new ClipboardEvent("paste", { ...init, clipboardData: data });
			const field = document.querySelector("said-so")?.shadowRoot?.querySelector("textarea");
			(place === "field" && field ? field : document.body).dispatchEvent(event);
		},
		{
			way,
			place,
			files: files.map(({ name, bytes }) => ({
				name,
				type: name.endsWith(".png") ? "image/png" : "",
				bytes: bytes.toString("base64"),
			})),
			kinds,
		},
	);
