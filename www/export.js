// @ts-check
//! Owns the list of export formats; each is written by the file named after it, loaded when first asked for.

/** @import { Report } from "./pkg/saidso.js" */
/** @import { View } from "./view.js" */
/**
 * @typedef {object} Work
 * @property {string} text
 * @property {Report} report
 * @property {ReadonlySet<string>} hidden the ids of marks to leave out
 * @property {View} [view] what the reader has chosen to see
 * @property {string} [language] of the words around the article's own
 */
/** @typedef {{ type: string, extension: string, write(work: Work): Promise<string> }} Format */

const pretty = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, "\t")}\n`;

/** @type {Record<string, Format>} */
export const FORMATS = {
	json: {
		type: "application/json",
		extension: "saidso.json",
		write: async ({ text, report, view }) => (await import("./json.js")).toJSON(text, report, { view }),
	},
	csv: {
		type: "text/csv",
		extension: "csv",
		write: async ({ text, report, hidden }) => (await import("./csv.js")).toCSV(text, report, { hidden }),
	},
	"web-annotation": {
		type: "application/ld+json",
		extension: "jsonld",
		write: async ({ text, report, hidden }) =>
			pretty((await import("./web-annotation.js")).toWebAnnotation(text, report, { hidden })),
	},
	"claim-review": {
		type: "application/ld+json",
		extension: "claims.jsonld",
		write: async ({ text, report, hidden }) =>
			pretty((await import("./claim-review.js")).toClaimReview(text, report, { hidden })),
	},
};

/**
 * @param {string} format a key of `FORMATS`
 * @param {Work} work
 */
export function write(format, work) {
	if (!Object.hasOwn(FORMATS, format)) throw new RangeError(`there is no format ${format}`);
	return FORMATS[format].write(work);
}
