// @ts-check
//! Owns knowing the furniture of a page among the blocks of an article: lines that belong to the page it was copied
//! from. Only whole lines that are never said in an article count.

const LINES = new RegExp(
	`^(?:${[
		"(?:advertisement|advertising|ad|sponsored(?: content)?|promoted)(?: feedback)?",
		"article content",
		"(?:article )?continues? (?:below|after)(?: (?:this |the )?(?:ad|advert|advertisement|newsletter promotion))?",
		"story continues below(?: (?:this |the )?(?:ad|advertisement))?",
		"(?:skip|close|hide|after) (?:this )?(?:past )?(?:ad|advertisement|newsletter promotion)",
		"skip (?:past )?(?:newsletter promotion|to (?:main )?content)",
		"this advertisement has not loaded yet.*",
		"read (?:more|next|also|full (?:article|story))(?: (?:on|about|from) [^.?!]{1,40})?",
		"(?:view|show|see|load) (?:more|all|(?:\\d+ )?comments)",
		"(?:more|most) (?:on this (?:story|topic)|from [^.?!]{1,30}|read|popular|viewed)",
		"related(?: (?:articles?|stories|topics|content|coverage|reading))?",
		"recommended(?: (?:articles?|stories|for you|reading))?",
		"(?:you may also like|trending(?: now)?|up next|top stories|latest news)",
		"(?:share|save|print|copy link|email|tweet|facebook|twitter|whatsapp|linkedin|comments?|follow|bookmark)",
		"share (?:this|on|via)(?: [^.?!]{1,30})?",
		"(?:sign up|subscribe|log in|sign in|register)(?: (?:now|here|today|to (?:our|the) newsletter|for free))?",
		"listen to this (?:article|story)",
		"(?:\\d+ )?min(?:ute)?s? read",
		"(?:image|photo|video) (?:source|credit|caption)",
		"(?:loading|please wait)(?:\\.{3}|…)?",
		"back to top",
	].join("|")})[.:…»›→>]*$`,
	"iu",
);

/**
 * Whether a block is a line of the page it came from.
 * @param {string} words of the whole block
 */
export const isFurniture = (words) => words.length < 80 && LINES.test(words.trim());
