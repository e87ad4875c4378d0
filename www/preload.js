// @ts-check
//! Owns fetching all that the page may need, so that nothing is fetched once the door is closed. Only mammoth stays out
//! until a .docx is opened.

import { warm } from "./remote.js";

/** Settles when everything is here; what fails is asked for again when it is needed. */
export const preload = () =>
	Promise.allSettled([
		warm(),
		import("./json.js"),
		import("./html-report.js"),
		import("./markdown.js"),
		import("./checklist.js"),
		import("./csv.js"),
		import("./web-annotation.js"),
		import("./claim-review.js"),
		import("./import.js"),
		import("./readable.js"),
		import("./markdown-intake.js"),
	]);
