// @ts-check
//! A textarea with the claims that have no source listed below it; a click selects the words.

import { createSession, unsourcedClaims } from "saidso";

/**
 * @param {HTMLTextAreaElement} field
 * @param {HTMLElement} list an `<ol>`
 * @returns {() => void} ends it
 */
export function watch(field, list) {
	const session = createSession({ where: "worker" });
	const update = async () => {
		const report = await session.update(field.value).catch((error) => {
			if (error.code !== "aborted") throw error;
		});
		if (report) list.replaceChildren(...unsourcedClaims(report).map(item));
	};

	/** @param {import("saidso").Claim} claim */
	function item({ spans: [{ start, end }] }) {
		const button = document.createElement("button");
		button.type = "button";
		button.textContent = field.value.slice(start, end);
		button.addEventListener("click", () => {
			field.focus();
			field.setSelectionRange(start, end);
		});
		const line = document.createElement("li");
		line.append(button);
		return line;
	}

	field.addEventListener("input", update);
	update();
	return () => {
		field.removeEventListener("input", update);
		session.close();
	};
}
