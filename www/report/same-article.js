// @ts-check
//! Owns whether two texts are the same article, one of them changed a little: they begin with the same line and share
//! most of their letters. The same words under another headline are another article.

/** With this share of its letters the same, before and behind what changed, a text is the same article. */
const SAME = 0.5;

/**
 * @param {string} before
 * @param {string} now
 */
export function isSameArticle(before, now) {
	if (before === now) return true;
	return firstLine(before) === firstLine(now) && alike(before, now) >= SAME * longer(before, now);
}

/**
 * Whether one text can have become another while somebody edits it: most of it stayed, wherever words were put in, or
 * something was put in or cut out in one place. What replaces everything is no edit.
 * @param {string} before
 * @param {string} now
 */
export function isEdit(before, now) {
	const same = alike(before, now);
	if (same >= SAME * longer(before, now)) return true;
	if (same > 0 && same === Math.min(before.length, now.length)) return true;
	const [first, line] = [firstLine(before), firstLine(now)];
	if (!first.includes(line) && !line.includes(first)) return false;
	const [fewer, more] = [runs(before), runs(now)].sort((a, b) => a.size - b.size);
	return fewer.size > 0 && [...fewer].filter((run) => more.has(run)).length >= SAME * fewer.size;
}

/** Every three words in a row. @param {string} text */
function runs(text) {
	const words = text.split(/\s+/).filter(Boolean);
	return new Set(words.slice(2).map((word, n) => `${words[n]} ${words[n + 1]} ${word}`));
}

/** @param {string} text */
const firstLine = (text) => text.trimStart().split("\n", 1)[0].trimEnd();

/** @param {string} a @param {string} b */
const longer = (a, b) => Math.max(a.length, b.length);

/**
 * How many letters are the same at both ends.
 * @param {string} before
 * @param {string} now
 */
function alike(before, now) {
	const most = Math.min(before.length, now.length);
	let head = 0;
	while (head < most && before[head] === now[head]) head++;
	let tail = 0;
	while (tail < most - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
	return head + tail;
}
