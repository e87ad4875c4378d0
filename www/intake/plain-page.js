// @ts-check
//! Owns telling the article from the page in plain text that was copied as a whole: questions for consent, navigation, ways to
//! share. Only whole lines that are nothing else count, navigation only before and after all prose; prose always stays.

import { isFurniture } from "../report/furniture.js";

/** @param {string[]} words that are all of a line */
const lineOf = (words) => new RegExp(`^(?:${words.join("|")})[.:…»›→>]*$`, "iu");

/** What is pressed or read in a question for consent, and below a page. */
const CONSENT = lineOf([
	"(?:accept|agree|allow|reject|decline|refuse)(?: (?:to )?all)?(?: (?:&|and) (?:close|continue))?(?: cookies)?",
	"(?:i|yes, i) (?:accept|agree)(?: to all)?",
	"(?:manage|change|customi[sz]e|more|cookie|cookies|privacy|consent|ad) (?:my |your )?(?:cookies?|preferences|settings|options|choices|policy|notice)(?: (?:cookies?|settings|preferences))?",
	"(?:only |strictly )?(?:necessary|essential)(?: cookies)?(?: only)?",
	"(?:we|the [^.?!]{1,40}) (?:value|respect|care about)s? your privacy",
	"(?:your )?(?:privacy|cookie) choices",
	"do not (?:sell|share)(?: or (?:sell|share))? my (?:personal )?(?:info|information|data)",
	"(?:learn|find out) more(?: about (?:cookies|our partners))?",
	"(?:view|see|show|list of) (?:our |all )?(?:partners|vendors|purposes)(?: \\(\\d+\\))?",
	"(?:alle|alles) (?:akzeptieren|ablehnen)",
	"(?:zustimmen|ablehnen|einstellungen(?: verwalten)?|datenschutz(?:erklärung)?|impressum)",
	"(?:tout (?:accepter|refuser)|continuer sans accepter|paramétrer(?: les cookies)?)",
	"(?:aceptar|rechazar)(?: todo| todas)?|configurar(?: cookies)?",
]);
/** A sentence of such a question: it speaks of itself, and says so at once. */
const ASKS =
	/^(?:we|by (?:clicking|using|continuing|accepting)|this (?:site|website)|you can (?:change|withdraw|manage)|wir|nous|nosotros|utilizamos)\b.*\b(?:cookies?|consent|legitimate interests?|personal data|partners|einwilligung|données|datos)\b/iu;
const NAVIGATION = lineOf([
	"(?:home|front page|menu|search|sections?|navigation|news|world|uk|us|usa|europe|local|national|politics|business|economy|money|markets|sports?|football|culture|arts?|books|film|music|tv|entertainment|life(?:style)?|style|fashion|food|travel|opinion|comment|letters|tech(?:nology)?|science|health|climate|environment|education|weather|video|audio|photos|podcasts?|live|games|crosswords?|puzzles|newsletters?|events|jobs|shop|obituaries|magazine|e-?paper|archive)",
	"(?:my )?account|subscriptions?|support us|donate|advertise(?: with us)?|about(?: us)?|contact(?: us)?|careers|help(?: cent(?:re|er))?|faqs?|site ?map|accessibility|corrections|terms(?: (?:of|&|and) (?:use|service|conditions))?|rss",
	"(?:skip to|jump to|go to) [^.?!]{1,30}",
	"(?:follow|find|like) us(?: on [^.?!]{1,30})?",
	"(?:facebook|instagram|twitter|x|youtube|tiktok|whatsapp|telegram|bluesky|mastodon|threads|linkedin|reddit|pinterest)",
	"(?:previous|next)(?: (?:article|story|page))?",
]);
const RIGHTS = /^(?:copyright\b|©|\(c\)).{0,120}$|^(?:.{0,60} )?all rights reserved\.?$/iu;
/** What stands above links to other articles. */
const LINKS =
	/^(?:most (?:read|popular|viewed)|related\b.*|more (?:on|from)\b.*|recommended\b.*|trending(?: now)?|you may also like|top stories|latest news|read (?:more|next|also))[.:…]*$/iu;
/** So many words, and a full stop at their end, are prose. */
const PROSE = 9;
/** A line further from what is pressed is no part of that question. */
const NEAR = 8;

/**
 * The text without the lines of its page; nothing where it is no whole page.
 * @param {string} text
 * @returns {string | null}
 */
export function articleOf(text) {
	const lines = text.split("\n");
	const words = lines.map((line) => line.trim());
	const isPressed = words.map((line) => line.length < 80 && CONSENT.test(line));
	const isAsked = words.map(
		(line, at) => ASKS.test(line) && isPressed.slice(Math.max(0, at - NEAR), at + NEAR).includes(true),
	);
	const isProse = words.map((line, at) => !isAsked[at] && prose(line));
	const [first, last] = [isProse.indexOf(true), isProse.lastIndexOf(true)];
	if (first < 0) return null;
	const links = words.findIndex((line, at) => at > last && LINKS.test(line));
	const isBeside = (/** @type {number} */ at) =>
		at < first || at > last
			? NAVIGATION.test(words[at]) || RIGHTS.test(words[at]) || (links > 0 && at >= links)
			: false;
	const isOut = words.map((line, at) => line !== "" && (isPressed[at] || isAsked[at] || isBeside(at)));
	const found = isOut.filter(Boolean).length;
	const asked = isOut.filter((_, at) => isPressed[at] || isAsked[at]).length;
	if (asked < 2 && found < 4) return null;
	const isKept = words.map((line, at) => !isOut[at] && !isFurniture(line));
	const top = words.findIndex((line, at) => line !== "" && isKept[at]);
	if (top < first && isPaper(words[top], words)) isKept[top] = false;
	return lines
		.filter((_, at) => isKept[at])
		.join("\n")
		.replace(/\n(?:[ \t]*\n){2,}/g, "\n\n")
		.trim();
}

/**
 * Whether a line is the name of the paper: it says below that all rights are reserved.
 * @param {string} line
 * @param {string[]} lines
 */
const isPaper = (line, lines) =>
	line.length < 40 && lines.some((other) => RIGHTS.test(other) && other.includes(line) && other !== line);

/** @param {string} line */
const prose = (line) => line.split(/\s+/).length >= PROSE && /[.!?…]["'”’»)\]]*$/u.test(line);
