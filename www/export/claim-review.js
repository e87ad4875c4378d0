// @ts-check
//! Owns skeletons of schema.org ClaimReview for fact-checkers: what was claimed, by whom and where is filled in;
//! what was found out, and the rating, is left to the person who checks.

import { oneLine, quote } from "../report/quote.js";

/** @import { Report } from "../pkg/saidso.js" */
/** @typedef {{ url?: string, published?: string, hidden?: ReadonlySet<string>, most?: number }} ReviewOptions */

/** A claim with less to check than this is not worth a review of its own. */
const WORTH = 0.5;

/**
 * A JSON-LD graph of reviews to fill in, the most check-worthy facts first.
 * @param {string} text
 * @param {Report} report
 * @param {ReviewOptions} [options] where and when the article was published, the ids of marks to leave out, and
 *   how many reviews are wanted
 */
export function toClaimReview(text, report, { url, published, hidden, most = 20 } = {}) {
	const claims = report.claims
		.filter((claim, item) => claim.statement === "fact" && !hidden?.has(`c${item}`))
		.filter(({ checkworthiness }) => checkworthiness >= WORTH)
		.sort((a, b) => b.checkworthiness - a.checkworthiness)
		.slice(0, most);
	const reviews = claims.map((claim) => review(text, report, claim, { url, published }));
	return { "@context": "https://schema.org", "@graph": reviews };
}

/**
 * @param {string} text
 * @param {Report} report
 * @param {Report["claims"][number]} claim
 * @param {ReviewOptions} options
 */
function review(text, report, claim, { url, published }) {
	const source = sourceOf(report, claim);
	return {
		"@type": "ClaimReview",
		url: "",
		datePublished: "",
		author: { "@type": "Organization", name: "", url: "" },
		claimReviewed: quote(text, claim.spans),
		itemReviewed: {
			"@type": "Claim",
			...(source ? claimant(source) : {}),
			...(published ? { datePublished: published } : {}),
			...(url ? { appearance: { "@type": "CreativeWork", url } } : {}),
		},
		reviewRating: { "@type": "Rating", ratingValue: "", bestRating: "", worstRating: "", alternateName: "" },
	};
}

/**
 * @param {Report} report
 * @param {Report["claims"][number]} claim
 */
function sourceOf(report, { attribution }) {
	const source = attribution === null ? null : report.attributions[attribution].source;
	return source === null ? null : report.sources[source];
}

/**
 * Who claims it, in schema.org's types; a document is where the claim first appeared.
 * @param {Report["sources"][number]} source
 */
function claimant({ name, description, kind }) {
	if (kind === "document") return { firstAppearance: { "@type": "CreativeWork", name: oneLine(name) } };
	const type = kind === "organization" || kind === "group" ? "Organization" : "Person";
	const jobTitle = description && type === "Person" ? { jobTitle: oneLine(description) } : {};
	return { author: { "@type": type, name: oneLine(name), ...jobTitle } };
}
