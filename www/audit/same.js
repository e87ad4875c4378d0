// @ts-check
//! Owns which records are of one article: by file, headline and length; and a saved report with its article, by the words of
//! both, or by the file that it says it is of. Two articles with the same words are two, as for `saidso audit`.

/** @import { Rec } from "./record.js" */

export class Known {
	/** What was there before, by its file. @type {Map<string, number>} */ #files = new Map();
	/** Everything, by its words and by the last part of its name. @type {Map<string, number[]>} */ #alike =
		new Map();
	/** @type {Rec[]} */ #records;

	/** @param {Rec[]} records which may grow and change behind it */
	constructor(records) {
		this.#records = records;
		for (const [number, record] of records.entries()) {
			for (const key of filesOf(record)) this.#files.set(key, number);
			this.add(number);
		}
	}

	/** Takes in a record that has come or changed. @param {number} number */
	add(number) {
		for (const key of alikeTo(this.#records[number])) {
			const list = this.#alike.get(key);
			if (list) list.push(number);
			else this.#alike.set(key, [number]);
		}
	}

	/** The number of a record of the same article. @param {Rec} record */
	find(record) {
		for (const key of filesOf(record)) if (this.#files.has(key)) return this.#files.get(key);
		return alikeTo(record)
			.flatMap((key) => this.#alike.get(key) ?? [])
			.find((number) => isReportOf(this.#records[number], record));
	}
}

/**
 * @param {Rec} one
 * @param {Rec} other
 */
function isReportOf(one, other) {
	if (one.of === undefined && other.of === undefined) return false;
	if (one.print && one.print === other.print) return true;
	return one.words === other.words || (one.meta.title !== "" && one.meta.title === other.meta.title);
}

/** What tells a file or line of one from others. @param {Rec} record */
const filesOf = ({ name, meta, words, print }) => [
	`${name}\n${meta.title}\n${words}`,
	...(print ? [`${name}\n${print}`] : []),
];

/** @param {Rec} record */
const alikeTo = ({ name, of, print }) => [
	...(print ? [`print ${print}`] : []),
	...[name, of].flatMap((one) => (one ? [`file ${last(one)}`] : [])),
];

/** The last part of a path or an address; of a line its id. @param {string} name */
const last = (name) => name.split(/: |\//).at(-1);
