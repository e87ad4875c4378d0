// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { toClaimReview } from "../../www/export/claim-review.js";
import { report, text } from "./sample.js";

/** @param {Parameters<typeof toClaimReview>[2]} [options] */
const reviews = (options, from = report) => toClaimReview(text, from, options)["@graph"];

test("facts with something to check come first; predictions and opinions have no review", () => {
	assert.deepEqual(
		reviews().map((review) => review.claimReviewed),
		["Repairs … 90% of the cables are rusty", '=HYPERLINK("http://example.org","click") costs 4,200 euros'],
	);
});

test("the rating and the reviewer are left to the person who checks", () => {
	for (const { reviewRating, author, url, datePublished } of reviews()) {
		const { "@type": type, ...rating } = reviewRating;
		assert.equal(type, "Rating");
		assert.deepEqual(
			new Set([...Object.values(rating), author.name, author.url, url, datePublished]),
			new Set([""]),
		);
	}
});

test("a claim without a source has no author; a sourced one has, in schema.org's types", () => {
	assert.deepEqual(
		reviews().map((review) => Reflect.get(review.itemReviewed, "author")),
		[undefined, { "@type": "Person", name: "sources close to the council" }],
	);
	const ministry = structuredClone(report);
	Object.assign(ministry.sources[1], { kind: "organization", name: "the ministry" });
	assert.equal(Reflect.get(reviews({}, ministry)[1].itemReviewed, "author")["@type"], "Organization");
});

test("what a document claims first appeared in that document", () => {
	const letter = structuredClone(report);
	Object.assign(letter.sources[1], { kind: "document", name: "a letter" });
	assert.deepEqual(reviews({}, letter)[1].itemReviewed, {
		"@type": "Claim",
		firstAppearance: { "@type": "CreativeWork", name: "a letter" },
	});
});

test("the article's address and date are kept with the claim", () => {
	const [first] = reviews({ url: "https://example.org/bridge", published: "2026-03-02" });
	assert.deepEqual(first.itemReviewed, {
		"@type": "Claim",
		datePublished: "2026-03-02",
		appearance: { "@type": "CreativeWork", url: "https://example.org/bridge" },
	});
});

test("hidden claims and those past the wanted number are left out", () => {
	assert.equal(reviews({ hidden: new Set(["c3"]) }).length, 1);
	assert.equal(reviews({ most: 1 }).length, 1);
});
