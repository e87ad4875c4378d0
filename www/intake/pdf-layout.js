// @ts-check
//! Owns what the words on a PDF's pages are as a text: lines, columns in reading order, paragraphs, headings; words that
//! were hyphenated are whole again, what stands on every page is dropped, and where each page begins is kept.

/** @import { Block } from "../report/block.js" */
/** @import { PageStart } from "../report/pages.js" */
/** A piece of text on a page, as pdf.js gives it; `y` counts from the bottom.
 * @typedef {{ words: string, x: number, y: number, width: number, height: number }} Piece */
/** @typedef {{ words: string, left: number, right: number, y: number, height: number }} Line */
/** @typedef {{ pieces: Piece[], height: number }} Page */
/** Words with the pages that begin in them. @typedef {{ words: string, kind: "paragraph" | "heading", pages: PageStart[] }} Part */

/** Columns are at least so many letters' heights apart. */
const GUTTER = 0.9;
/** Words on a line are at least so many heights apart where a space is missing. */
const SPACE = 0.18;
/** Words farther apart than this stand in different columns. */
const FAR = 1.6;
/** Letters this much higher than most are a heading's. */
const HEADING = 1.18;
/** What may be repeated on every page stands in this share of it, at the top and at the bottom. */
const MARGIN = 0.1;

/**
 * @param {Page[]} pages
 * @returns {{ text: string, blocks: Block[], pages: PageStart[] }}
 */
export function layout(pages) {
	const all = pages.map(({ pieces, height }) => ({ lines: lines(pieces), height }));
	const repeated = repeatedIn(all);
	const body = usual(all.flatMap((page) => page.lines));
	const parts = all.flatMap(({ lines, height }, number) => {
		const own = lines.filter((line) => !isFurniture(line, height, repeated));
		const [head, ...rest] = regions(own, body).flatMap((region) => paragraphs(region, body));
		return head ? [{ ...head, pages: [{ page: number + 1, start: 0 }] }, ...rest] : [];
	});
	return written(run(parts));
}

/**
 * The pieces of a page as lines.
 * @param {Piece[]} pieces
 * @returns {Line[]}
 */
function lines(pieces) {
	/** @type {Line[]} */
	const out = [];
	for (const { words, x, y, width, height } of pieces) {
		if (!words.trim()) continue;
		const last = out.at(-1);
		const gap = last ? x - last.right : 0;
		const isSame = last && Math.abs(last.y - y) < 0.5 * Math.max(height, last.height);
		if (isSame && gap > -height && gap < FAR * height) {
			const blank = gap > SPACE * height && !/\s$/.test(last.words) && !/^\s/.test(words) ? " " : "";
			last.words += blank + words;
			last.right = Math.max(last.right, x + width);
			last.height = Math.max(last.height, height);
		} else out.push({ words, left: x, right: x + width, y, height });
	}
	return out.map((line) => ({ ...line, words: line.words.replace(/\s+/g, " ").trim() }));
}

/** How high most letters are. @param {Line[]} all */
function usual(all) {
	/** @type {Map<number, number>} */
	const letters = new Map();
	for (const { height, words } of all) {
		const size = Math.round(height * 2) / 2;
		letters.set(size, (letters.get(size) ?? 0) + words.length);
	}
	return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] || 10;
}

/** A line without its numbers. @param {Line} line */
const bare = ({ words }) => words.replace(/\d+/g, "#").toLowerCase();

/**
 * @param {Line} line
 * @param {number} height of its page
 */
const isMargin = ({ y }, height) => y < MARGIN * height || y > (1 - MARGIN) * height;

/**
 * What stands in the margin of at least half of the pages.
 * @param {{ lines: Line[], height: number }[]} pages
 */
function repeatedIn(pages) {
	/** @type {Map<string, number>} */
	const times = new Map();
	for (const { lines, height } of pages)
		for (const words of new Set(lines.filter((line) => isMargin(line, height)).map(bare)))
			times.set(words, (times.get(words) ?? 0) + 1);
	return new Set([...times].filter(([, n]) => n > 1 && n >= pages.length / 2).map(([words]) => words));
}

/**
 * @param {Line} line
 * @param {number} height
 * @param {Set<string>} repeated
 */
const isFurniture = (line, height, repeated) =>
	isMargin(line, height) &&
	(repeated.has(bare(line)) || /^\W*(?:page\W*)?\d+(?:\W*(?:of|\/)\W*\d+)?\W*$/i.test(line.words));

/**
 * The lines of a page in regions that are read one after the other: a recursive cut along white columns and, where
 * there are none, along white rows (X-Y cut).
 * @param {Line[]} all
 * @param {number} body
 * @returns {Line[][]}
 */
function regions(all, body) {
	if (all.length < 2) return all.length ? [all] : [];
	const across = cut(all, ({ left, right }) => [left, right], GUTTER * body);
	if (across && isColumns(across)) return across.flatMap((part) => regions(part, body));
	const down = cut(all, ({ y, height }) => [-y - height, -y], 0.35 * body);
	if (down?.some((part) => hasColumns(part, body))) return down.flatMap((part) => regions(part, body));
	return [all.toSorted((a, b) => b.y - a.y || a.left - b.left)];
}

/** Whether the parts are columns of text, not words beside a list or a picture. @param {Line[][]} parts */
const isColumns = (parts) => parts.every((part) => part.length > 1 || parts.length === 2);

/**
 * @param {Line[]} part
 * @param {number} body
 */
const hasColumns = (part, body) =>
	part.length > 1 && cut(part, ({ left, right }) => [left, right], GUTTER * body) !== null;

/**
 * Lines apart by white stripes at least so wide, in order; nothing where there are none.
 * @param {Line[]} all
 * @param {(line: Line) => [number, number]} side
 * @param {number} least
 * @returns {Line[][] | null}
 */
function cut(all, side, least) {
	const sorted = all.toSorted((a, b) => side(a)[0] - side(b)[0]);
	/** @type {Line[][]} */
	const out = [];
	let reach = Number.NEGATIVE_INFINITY;
	for (const line of sorted) {
		const [from, to] = side(line);
		if (from - reach >= least) out.push([]);
		(out.at(-1) ?? out[out.push([]) - 1]).push(line);
		reach = Math.max(reach, to);
	}
	return out.length > 1 ? out : null;
}

/**
 * The paragraphs of a region.
 * @param {Line[]} region
 * @param {number} body
 * @returns {Part[]}
 */
function paragraphs(region, body) {
	const left = Math.min(...region.map((line) => line.left));
	const right = Math.max(...region.map((line) => line.right));
	const steps = region
		.slice(1)
		.map((line, at) => region[at].y - line.y)
		.filter((step) => step > 0);
	const step = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? body;
	/** @type {Part[]} */
	const out = [];
	for (const [at, line] of region.entries()) {
		const before = region[at - 1];
		const kind = line.height > HEADING * body ? "heading" : "paragraph";
		const last = out.at(-1);
		const isApart =
			before &&
			(before.y - line.y > 1.4 * Math.max(step, line.height) ||
				(line.left - left > 0.8 * body !== before.left - left > 0.8 * body && line.left > before.left) ||
				(before.right < right - 0.25 * (right - left) && /[.!?:][”"’)]?$/u.test(before.words)));
		if (!last || isApart || last.kind !== kind) out.push({ words: line.words, kind, pages: [] });
		else last.words = joined(last.words, line.words);
	}
	return out;
}

/**
 * Two lines of a paragraph; a word that was cut at a hyphen is whole again.
 * @param {string} before
 * @param {string} after
 */
const joined = (before, after) =>
	/\p{Ll}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(after)
		? before.slice(0, -1) + after
		: `${before} ${after}`;

/**
 * Parts of which a paragraph that goes on in the next column or on the next page is one.
 * @param {Part[]} parts
 */
function run(parts) {
	/** @type {Part[]} */
	const out = [];
	for (const part of parts) {
		const last = out.at(-1);
		const goesOn =
			last?.kind === "paragraph" &&
			part.kind === "paragraph" &&
			/[\p{Ll},-]$/u.test(last.words) &&
			/^\p{Ll}/u.test(part.words);
		if (last && goesOn) {
			last.words = joined(last.words, part.words);
			last.pages = [...last.pages, ...pagesFrom(part, last.words.length - part.words.length)];
		} else out.push({ ...part });
	}
	return out;
}

/**
 * The pages that begin in a part, where that begins at an offset.
 * @param {Part} part
 * @param {number} offset
 */
const pagesFrom = ({ pages }, offset) => pages.map(({ page, start }) => ({ page, start: start + offset }));

/**
 * @param {Part[]} parts
 * @returns {{ text: string, blocks: Block[], pages: PageStart[] }}
 */
function written(parts) {
	let text = "";
	/** @type {PageStart[]} */
	const pages = [];
	const blocks = parts.map((part) => {
		if (text) text += "\n\n";
		const start = text.length;
		text += part.words;
		pages.push(...pagesFrom(part, start));
		return { start, end: text.length, kind: part.kind };
	});
	return { text, blocks, pages };
}
