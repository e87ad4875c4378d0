// @ts-check
//! Builds a Word document for a test: a heading, a paragraph, and a footnote if one is asked for.

/** @param {string} words */
const run = (words) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/**
 * @param {string} heading
 * @param {string} words `[1]` in them is where the footnote is referred to
 * @param {string} [note] the words of the footnote
 */
export async function docx(heading, words, note = "") {
	const { default: Zip } = await import("jszip");
	const zip = new Zip();
	const parts = ["document", ...(note ? ["footnotes"] : [])];
	const types = parts.map(
		(part) =>
			`<Override PartName="/word/${part}.xml" ContentType="${TYPE}.${part === "document" ? "document.main" : part}+xml"/>`,
	);
	zip.file(
		"[Content_Types].xml",
		`<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join("")}</Types>`,
	);
	const relations = (/** @type {string} */ type, /** @type {string} */ target) =>
		`<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${RELATION}/${type}" Target="${target}"/></Relationships>`;
	zip.file("_rels/.rels", relations("officeDocument", "word/document.xml"));
	const [before, after = ""] = words.split("[1]");
	const mark = note ? '<w:r><w:footnoteReference w:id="2"/></w:r>' : "";
	zip.file(
		"word/document.xml",
		`<?xml version="1.0"?><w:document ${W}><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(heading)}</w:p><w:p>${run(before)}${mark}${run(after)}</w:p></w:body></w:document>`,
	);
	if (note) {
		zip.file("word/_rels/document.xml.rels", relations("footnotes", "footnotes.xml"));
		zip.file(
			"word/footnotes.xml",
			`<?xml version="1.0"?><w:footnotes ${W}><w:footnote w:id="2"><w:p>${run(note)}</w:p></w:footnote></w:footnotes>`,
		);
	}
	return zip.generateAsync({ type: "nodebuffer" });
}
