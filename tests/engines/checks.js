// @ts-check
//! What every engine is asked to do with the package: each a page of a site, whose script says in `window.told` what came
//! of it. `xtask/engines.js` opens them.

/**
 * @typedef {object} Check
 * @property {string} name
 * @property {string} body
 * @property {string} right what `told` becomes
 * @property {boolean} [isPainted] whether taking the highlights away changes what is on the screen
 * @property {string} [path] of another page than its own
 * @property {string} [policy] of its page
 * @property {string} [tell] what tells what came of it, where it is not the page's script
 */

const ARTICLE = `<article id="story" style="font: 28px/2 serif"><p>Mayor Ana Brook said the dam was safe.</p>
	<p>It may rain on Friday. The dam was built in 1902.</p></article>`;
const script = (/** @type {string} */ code) =>
	`<script type="module">window.told = await (async () => { ${code} })().catch((error) => String(error));</script>`;

/** Tells the kinds that are painted, or what the list says where nothing can be. */
const PAINTED = `
	await new Promise((settle) => element.addEventListener("said-so-report", settle, { once: true }));
	await new Promise((settle) => setTimeout(settle, 300));
	const names = [...CSS.highlights].filter(([, one]) => one.size).map(([name]) => name.split("-")[2]);
	return names.sort().join(" ");`;
const KINDS = "claim content cue hedge source";
const LONG = `Array(1500).fill("Mayor Ana Brook said the dam was safe. It was built in 1902.").join("\\n\\n")`;

/** @type {Check[]} */
export const CHECKS = [
	{
		name: "the element round an article",
		body: `<said-so show="attribution claim hedge">${ARTICLE}</said-so>${script(`
			const element = document.querySelector("said-so");
			import("/saidso/element.js");
			${PAINTED}`)}`,
		right: KINDS,
		isPainted: true,
	},
	{
		name: "the element beside an article in a shadow root",
		body: `<x-story><template shadowrootmode="open">${ARTICLE}</template></x-story>${script(`
			const element = document.createElement("said-so");
			element.setAttribute("show", "attribution claim hedge");
			element.forElement = document.querySelector("x-story").shadowRoot.querySelector("article");
			import("/saidso/element.js");
			document.body.append(element);
			${PAINTED}`)}`,
		right: KINDS,
		isPainted: true,
	},
	{
		name: "a paste box, its list and its popover",
		body: `<said-so mode="paste"></said-so>${script(`
			await import("/saidso/element.js");
			const element = document.querySelector("said-so");
			await element.annotate("Mayor Ana Brook said the dam was safe.");
			const root = element.shadowRoot;
			root.querySelector("mark.cue").click();
			return [root.querySelector("mark.cue").textContent, root.querySelector(".card h3").firstChild.data,
				root.querySelector(".popover").matches(":popover-open")].join();`)}`,
		right: "said,Ana Brook,true",
	},
	{
		name: "a long text in the worker",
		body: script(`
			let started = 0;
			const { Worker: Real } = window;
			window.Worker = class extends Real { constructor(...all) { super(...all); started++; } };
			const { annotate } = await import("/saidso/worker.js");
			const { sentences } = await annotate(${LONG});
			return sentences.length + " in " + started;`),
		right: "3000 in 1",
	},
	{
		name: "saidso/inline fetches nothing",
		body: script(`
			window.fetch = () => { throw new Error("something was fetched"); };
			const { annotate } = await import("/saidso/inline.js");
			const { sources } = await annotate("Mayor Ana Brook said the dam was safe.");
			return sources[0].name;`),
		right: "Ana Brook",
	},
	{
		name: "the frame",
		body: `<main></main>${script(`
			const { Embed } = await import("/saidso/embed.js");
			const embed = new Embed(document.querySelector("main"), { src: "/saidso/embed.html", settings: { mode: "text" } });
			const { sources } = await embed.annotate("Mayor Ana Brook said the dam was safe.");
			return sources[0].name;`)}`,
		right: "Ana Brook",
	},
	{
		name: "our own page with its sample",
		path: "/site/index.html",
		body: "",
		tell: `String(document.querySelector("said-so")?.shadowRoot.querySelector("mark.cue") != null)`,
		right: "true",
	},
	bookmarklet(
		"the bookmarklet opens the article alone",
		"window.open = () => null; // It opens another tab, where it may; here it is to stay in this one.",
	),
	{
		...bookmarklet("the bookmarklet leaves a page whose policy puts it into a sandbox", ""),
		policy: "sandbox allow-scripts",
	},
];

/**
 * A page with an article among other things, and the bookmarklet pressed in it.
 * @param {string} name
 * @param {string} before what happens first
 * @returns {Check}
 */
function bookmarklet(name, before) {
	return {
		name,
		body: `<nav><ul>${"<li><a href=#>Weather and sport</a></li>".repeat(8)}</ul></nav><div class="story"><h1>Dam safe</h1>${"<p>Mayor Ana Brook said the dam was safe, and that nobody, in the town or below it, needed to leave before the rain.</p>".repeat(6)}</div><script type="module">
			const { bookmarklet } = await import("/saidso/saidso.js");
			const source = decodeURIComponent(bookmarklet(new URL("/site/index.html", location.href).href).slice("javascript:void ".length));
			${before}
			await (0, eval)(source);</script>`,
		tell: `((text) => text.includes("Mayor Ana") && !text.includes("Weather") ? "the article" : text)(
			document.querySelector("said-so")?.value ?? "")`,
		right: "the article",
	};
}
