// @ts-check
//! Owns reading .docx with mammoth, which is loaded only then.

import mammoth from "mammoth";
import { fromHtml } from "./rich.js";

/** @param {ArrayBuffer} bytes */
export async function fromDocx(bytes) {
	const { value } = await mammoth.convertToHtml({ arrayBuffer: bytes });
	return fromHtml(value);
}
