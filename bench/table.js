// @ts-check
//! Prints figures as a table: times, throughput, and how many times slower than the first row.

/** @typedef {{ name: string, does: string, small: number, large: number, cold?: number, memory?: number }} Row times in ms, memory in MB */

/**
 * @param {string} title
 * @param {Row[]} rows the first is the measure of the others
 * @param {number} bytes how long the large text is
 */
export function table(title, rows, bytes) {
	const [first] = rows;
	const head = ["", "5 KB, ms", "ratio", "1 MB, MB/s", "ratio", "cold, ms", "ratio", "memory, MB"];
	const lines = rows.map(({ name, does, small, large, cold, memory }) => [
		`${name}: ${does}`,
		small.toFixed(2),
		(small / first.small).toFixed(1),
		(bytes / large / 1000).toFixed(2),
		(large / first.large).toFixed(1),
		cold?.toFixed(0) ?? "–",
		cold && first.cold ? (cold / first.cold).toFixed(1) : "–",
		memory?.toFixed(0) ?? "–",
	]);
	console.log(`\n${title} (a ratio of 2 takes twice as long as ${first.name})`);
	const widths = head.map((_, n) => Math.max(...[head, ...lines].map((line) => line[n].length)));
	for (const line of [head, ...lines])
		console.log(line.map((cell, n) => (n ? cell.padStart(widths[n]) : cell.padEnd(widths[n]))).join("  "));
}
