// @ts-check
//! What comes in as people have it: out of Word and Excel, in old encodings, as whole pages.

import { blocks, bring, file, PNG, value } from "./bring.js";
import { docx } from "./docx.js";
import { expect, expectAccessible, marked, open, paste, picture, test } from "./page.js";

/** @import { Page } from "@playwright/test" */

/** The sentence of the cases, in bytes of windows-1252. */
const OLD = Buffer.from("The caf\xe9\x92s owner, Ana Brook, said \x93the dam is safe\x94.", "latin1");
const READ = "The café’s owner, Ana Brook, said “the dam is safe”.";
const PARAGRAPH =
	"The mayor of Ellery said on Monday that the bridge would stay closed until the spring, and nobody knows who will pay for it. ";

test.describe("words beside a picture", () => {
	test("a paste out of Word and Excel is its words, not its picture", async ({ page }) => {
		await open(page);
		await bring(page, "paste", [{ name: "image.png", bytes: PNG }], {
			"text/plain": "Ana Brook said no.",
			"text/html": "<p>Ana Brook said no.</p>",
		});
		await expect(blocks(page)).toHaveText(["Ana Brook said no."]);
		await expect(page.getByRole("alert")).toHaveCount(0);
	});

	test("a picture alone gets its sentence", async ({ page }) => {
		await open(page);
		await bring(page, "drop", [{ name: "image.png", bytes: PNG }]);
		await expect(page.getByRole("alert")).toContainText("Cannot be read: image.png");
	});
});

test.describe("encodings", () => {
	for (const [name, path, bytes] of /** @type {[string, string, Buffer][]} */ ([
		["windows-1252 that says nothing", "old.txt", OLD],
		[
			"windows-1252 that a page declares",
			"old.html",
			Buffer.concat([Buffer.from('<meta charset="windows-1252"><p>'), OLD]),
		],
		["UTF-8 that a page calls something else", "new.html", Buffer.from(`<meta charset=latin1><p>${READ}`)],
		["UTF-8 with its mark", "mark.txt", Buffer.from(`\ufeff${READ}`)],
		["UTF-16 with its mark", "wide.txt", Buffer.from(`\ufeff${READ}`, "utf16le")],
		["UTF-16 without a mark", "wide.txt", Buffer.from(READ, "utf16le")],
		[
			"Mac OS Roman",
			"mac.txt",
			Buffer.from("The caf\x8e\xd5s owner, Ana Brook, said \xd2the dam is safe\xd3.", "latin1"),
		],
		["Markdown in windows-1252", "old.md", OLD],
	]))
		test(`${name} is read right`, async ({ page }) => {
			await open(page);
			await file(page, path, bytes);
			await expect(blocks(page)).toHaveText([READ]);
		});

	test("what was only guessed is said, and can be read otherwise", async ({ page }) => {
		await open(page);
		await file(page, "old.txt", OLD);
		await expect(page.getByText("It was read as windows-1252")).toBeVisible();
		await picture(page, "intake-encoding-light");
		await expectAccessible(page);
		await page.getByRole("button", { name: "Read as windows-1251" }).click();
		await expect(blocks(page)).toHaveText([READ.replace("é", "й")]);
		await page.getByRole("button", { name: "Read as windows-1252" }).click();
		await expect(blocks(page)).toHaveText([READ]);
	});

	test("a file that holds no words gets its sentence", async ({ page }) => {
		await open(page);
		await file(page, "wrong.txt", Buffer.from("504b0304000000ff00", "hex"));
		await expect(page.getByRole("alert")).toContainText("Cannot be read: wrong.txt");
	});
});

test("a pasted address gets a sentence that says why and what to do, and the article stays", async ({
	page,
}) => {
	await open(page);
	await paste(page, { "text/plain": "Ana Brook said no." });
	await expect(blocks(page)).toHaveText(["Ana Brook said no."]);
	const url = "https://example.org/news/bridge?id=7";
	await paste(page, { "text/plain": url, "text/html": `<a href="${url}">${url}</a>` });
	await expect(page.getByRole("alert")).toContainText("This is an address, not an article.");
	await expect(page.getByRole("alert")).toContainText("copy the article and paste it here");
	expect(await value(page)).toBe("Ana Brook said no.");
	await page.getByRole("textbox", { name: "Article text" }).fill(url);
	await page.getByRole("button", { name: "Mark it" }).click();
	expect(await value(page)).toBe("Ana Brook said no.");
});

test.describe("lists", () => {
	// Word writes its styles into every paragraph; the policy refuses them, and says so.
	test.use({ refused: /violates the following Content Security Policy/ });

	test("Word's lists lose their bullets and numbers", async ({ page }) => {
		const item = (/** @type {string} */ sign, /** @type {string} */ words) =>
			`<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;
		await open(page);
		await paste(page, {
			"text/plain": "no",
			"text/html": `<p class=MsoNormal>It is late.</p>${item("·", "Ana Brook said the dam was safe.")}${item("2.", "Ray Hale said it was not.")}
				<p class=MsoListParagraph>·&nbsp;&nbsp; A. Reed said nothing.</p>`,
		});
		await expect(page.locator("said-so li.block")).toHaveText([
			"Ana Brook said the dam was safe.",
			"Ray Hale said it was not.",
			"A. Reed said nothing.",
		]);
		await expect.poll(() => marked(page, "mark.source")).toContain("Ana Brook");
	});

	test("a live blog is posts, not bullets, and no bullet is shown twice", async ({ page }) => {
		await open(page);
		await paste(page, {
			"text/plain": "no",
			"text/html": `<ol><li><h2>10:04 Bridge closes</h2><p>Ana Brook said it would close.</p><p>Nobody knew why.</p></li></ol>
				<ul><li>• Ray Hale said no.</li></ul>`,
		});
		await expect(page.locator("said-so p.block")).toHaveText([
			"Ana Brook said it would close.",
			"Nobody knew why.",
		]);
		await expect(page.locator("said-so li.block")).toHaveText(["Ray Hale said no."]);
		await paste(page, { "text/plain": "What we know:\n\n• Ana Brook said no.\n\n• Ray Hale said yes." });
		await expect(blocks(page).last()).toHaveText("• Ray Hale said yes.");
		const styles = await page
			.locator("said-so li.block")
			.evaluateAll((items) => items.map((item) => getComputedStyle(item).listStyleType));
		expect(styles).toEqual(styles.map(() => "none"));
	});
});

test.describe("tables", () => {
	const rows = async (/** @type {Page} */ page) =>
		page
			.locator("said-so table tr")
			.evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
	const wanted = [
		["Town", "Said by", "Share"],
		["Ellery", "Ana Brook said no.", "12%"],
		["Port", "", "40%"],
	];

	test("a pasted table stays one, with marks in its cells, while it is edited and in a link", async ({
		page,
		context,
	}) => {
		await open(page);
		await paste(page, {
			"text/plain": "no",
			"text/html": `<p>It is late.</p><table><tr><th>Town<th>Said by<th>Share</tr><tr><td>Ellery<td><p>Ana Brook said no.</p><td>12%</tr><tr><td>Port<td><td>40%</tr></table><p>That is all.</p>`,
		});
		await expect(blocks(page).last()).toHaveText("That is all.");
		expect(await rows(page)).toEqual(wanted);
		await expect(page.getByRole("cell", { name: "Share" })).toBeVisible();
		await expect.poll(() => marked(page, "td mark.source")).toEqual(["Ana Brook"]);
		await picture(page, "intake-table-light");
		await page.emulateMedia({ colorScheme: "dark" });
		await picture(page, "intake-table-dark");
		await page.setViewportSize({ width: 360, height: 740 });
		await picture(page, "intake-table-narrow");
		await expectAccessible(page);
		await page.getByRole("button", { name: "Edit", exact: true }).click();
		await page.keyboard.press("Control+End");
		await page.keyboard.type(" Truly.");
		await page.getByRole("button", { name: "Done editing" }).click();
		await expect(blocks(page).last()).toHaveText("That is all. Truly.");
		expect(await rows(page)).toEqual(wanted);
		await page.getByRole("button", { name: "Share" }).click();
		const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
		const other = await context.newPage();
		await other.goto(link);
		await expect(other.locator("said-so .block").last()).toHaveText("That is all. Truly.");
		expect(await rows(other)).toEqual(wanted);
		await other.close();
	});

	test("so does one in Markdown, and one that a spreadsheet copied as text", async ({ page }) => {
		await open(page);
		await file(
			page,
			"table.md",
			"It is late.\n\n| Town | Said by | Share |\n|---|---|---|\n| Ellery | **Ana Brook** said no. | 12% |\n| Port | | 40% |\n",
		);
		await expect(blocks(page).last()).toHaveText("40%");
		expect(await rows(page)).toEqual(wanted);
		await paste(page, { "text/plain": wanted.map((row) => row.join("\t")).join("\r\n") });
		await expect(blocks(page).first()).toHaveText("Town");
		expect(await rows(page)).toEqual(wanted);
		await paste(page, { "text/plain": "\tAn indented line.\n\tAnother one said Ana Brook." });
		await expect(page.locator("said-so table")).toHaveCount(0);
	});

	test("a list out of Word, with tabs behind its signs, is a list and no table", async ({ page }) => {
		await open(page);
		await paste(page, {
			"text/plain":
				"Ana Brook said three things:\r\n·\tThe dam was safe.\r\n·\tIt was built in 1931.\r\no\tIt leaks, she added.\r\n1.\tOne.\r\n2.\tTwo.\r\n",
		});
		await expect(page.locator("said-so table")).toHaveCount(0);
		await expect(page.locator("said-so .block.list-item")).toHaveText([
			/The dam was safe\./,
			/It was built in 1931\./,
			/It leaks, she added\./,
			/One\./,
			/Two\./,
		]);
		await picture(page, "intake-word-list-light");
		await paste(page, { "text/plain": "Year\tCost\tPaid\n1.\t20\t30\n2.\t21\t31" });
		await expect(page.locator("said-so table tr")).toHaveCount(3);
	});

	test("a table that only lays out a page is read as the page", async ({ page }) => {
		await open(page);
		await paste(page, {
			"text/plain": "no",
			"text/html": `<table><tr><td>Home</td><td><h2>Bridge shut</h2><p>Ana Brook said no.</p></td></tr><tr><td>News</td><td>More</td></tr></table>`,
		});
		await expect(page.locator("said-so .headline, said-so h2.block").first()).toHaveText("Bridge shut");
		await expect(page.locator("said-so table")).toHaveCount(0);
	});
});

test.describe("whole pages", () => {
	const article = `<article><h1>Bridge stays closed</h1>${`<p>${PARAGRAPH.repeat(3)}</p>`.repeat(4)}</article>`;
	const links = Array.from(
		{ length: 40 },
		(_, n) => `<li><a href="/${n}">All the news of section ${n}</a></li>`,
	);
	const whole = `<header><ul>${links.join("")}</ul></header>${article}<footer>${"<p>Subscribe to our newsletter and get more of this every week.</p>".repeat(10)}</footer>`;

	test("a page with little text opens: where Readability tries anew nothing is refused", async ({ page }) => {
		await open(page);
		await file(
			page,
			"short.html",
			`<!doctype html><title>Bridge shut, city says</title><body><div class="sidebar comment"><p>${PARAGRAPH}</p><p>Ana Brook said no.</p></div></body>`,
		);
		await expect(blocks(page).filter({ hasText: "Ana Brook said no." })).toHaveCount(1);
		await expect(page.getByRole("alert")).toHaveCount(0);
	});

	test("a page without an article is shown whole, and says so", async ({ page }) => {
		await open(page);
		await file(
			page,
			"none.html",
			"<!doctype html><title>x</title><body><div>Ana Brook said no.</div></body>",
		);
		await expect(blocks(page)).toHaveText(["Ana Brook said no."]);
		await expect(page.getByText("No article was found in this page")).toBeVisible();
	});

	test("an opened page shows its article, and all of itself if asked", async ({ page }) => {
		await open(page);
		await file(page, "page.html", `<!doctype html><title>Bridge stays closed</title><body>${whole}</body>`);
		await expect(page.getByText("Only the article of this page is shown.")).toBeVisible();
		expect(await value(page)).not.toContain("All the news");
		await page.getByRole("button", { name: "Show all of the page" }).click();
		await expect.poll(() => value(page)).toContain("All the news of section 7");
	});

	test("a pasted page asks whether to keep only the article", async ({ page }) => {
		await open(page);
		await paste(page, { "text/plain": "no", "text/html": whole });
		await expect(page.getByText("This looks like a whole page. Keep only the article?")).toBeVisible();
		await expect.poll(() => value(page)).toContain("All the news of section 7");
		await picture(page, "intake-page-light");
		await expectAccessible(page);
		await page.getByRole("button", { name: "Keep only the article" }).click();
		await expect.poll(() => value(page)).not.toContain("All the news");
		expect(await value(page)).toContain("The mayor of Ellery said");
		await paste(page, { "text/plain": "no", "text/html": article });
		await expect(page.getByText("Keep only the article?")).toBeHidden();
	});

	test("the furniture of a page is folded away, and shown if asked", async ({ page }) => {
		await open(page);
		await paste(page, {
			"text/plain":
				"Bridge shut\n\nAdvertisement\n\nAna Brook said no.\n\nArticle content\n\nRay Hale read more into it.\n\nRead more",
		});
		const hidden = page.locator("said-so .furniture");
		await expect(hidden).toHaveText(["Advertisement", "Article content", "Read more"]);
		for (const one of await hidden.all()) await expect(one).toBeHidden();
		await expect(
			page.getByText("3 lines of the page, such as “Advertisement”, are folded away."),
		).toBeVisible();
		await picture(page, "intake-furniture-light");
		await expectAccessible(page);
		await page.getByRole("button", { name: "Show", exact: true }).click();
		await expect(hidden.first()).toBeVisible();
	});
});

test("a footnote's sign is out of the way, and its note is no arrow", async ({ page }) => {
	await open(page);
	await file(
		page,
		"notes.docx",
		await docx("Dam shut", "Ray Hale said[1] the weir would hold.", "Letter of 3 May."),
	);
	await expect(blocks(page)).toHaveText([
		"Dam shut",
		"Ray Hale said the weir would hold.",
		"Letter of 3 May.",
	]);
	await expect.poll(() => marked(page, "mark.source")).toEqual(["Ray Hale"]);
});

test("markup that is broken over lines makes no broken names", async ({ page }) => {
	await open(page);
	await paste(page, {
		"text/plain": "no",
		"text/html": "<p>The dam is safe, said Ana\n\t\tBrook, who runs\nit.</p>",
	});
	await expect(page.locator("said-so .card h3").first()).toHaveText(/^Ana Brook/);
	expect(await value(page)).toBe("The dam is safe, said Ana Brook, who runs it.");
	await paste(page, { "text/plain": "The dam is safe, said Ana\nBrook." });
	const names = await page.evaluate(() =>
		/** @type {any} */ (document.querySelector("said-so")).report.sources.map(
			(/** @type {any} */ one) => one.name,
		),
	);
	expect(names.filter((/** @type {string} */ name) => /\s\s|\n/.test(name))).toEqual([]);
});
