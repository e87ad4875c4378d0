// @ts-check
//! Owns the list of export formats; each is written by the file named after it, loaded when first asked for.

/** @import { Report } from "./pkg/saidso.js" */
/** @typedef {{ text: string, report: Report, hidden: ReadonlySet<string> }} Work */
/** @typedef {{ type: string, extension: string, write(work: Work): Promise<string> }} Format */

/** @type {Record<string, Format>} */
export const FORMATS = {
	json: {
		type: "application/json",
		extension: "json",
		write: async ({ text, report }) => JSON.stringify({ ...report, text }, null, "\t"),
	},
	"web-annotation": {
		type: "application/ld+json",
		extension: "jsonld",
		write: async ({ text, report, hidden }) =>
			JSON.stringify(
				(await import("./web-annotation.js")).toWebAnnotation(text, report, { hidden }),
				null,
				"\t",
			),
	},
	csv: {
		type: "text/csv",
		extension: "csv",
		write: async ({ text, report, hidden }) => (await import("./csv.js")).toCSV(text, report, { hidden }),
	},
};

/**
 * @param {string} format
 * @param {Work} work
 */
export function write(format, work) {
	if (!Object.hasOwn(FORMATS, format)) throw new RangeError(`there is no format ${format}`);
	return FORMATS[format].write(work);
}
