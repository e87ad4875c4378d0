// @ts-check
//! Makes a page one file: its script stands inside it, and its policy allows that script, WebAssembly and nothing
//! else, so that the file can be served, framed and kept anywhere and can send nothing.

import { createHash } from "node:crypto";

/** @import { Plugin, Rolldown } from "vite" */

/**
 * @param {string} page the name of the page's file
 * @returns {Plugin}
 */
export const oneFile = (page) => ({
	name: "saidso-one-file",
	enforce: "post",
	generateBundle: {
		order: "post",
		handler(_, bundle) {
			const html = bundle[page];
			const script = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
			if (html?.type !== "asset" || script?.type !== "chunk")
				return this.error(`${page} or its script is missing`);
			const bare = String(html.source);
			html.source = whole(bare, script);
			for (const name of Object.keys(bundle)) if (name !== page) delete bundle[name];
			const beside = page.replace(".html", "-frame");
			this.emitFile({ type: "asset", fileName: `${beside}.js`, source: classic(script.code) });
			this.emitFile({ type: "asset", fileName: `${beside}.html`, source: apart(bare, `./${beside}.js`) });
		},
	},
});

/**
 * @param {string} html
 * @param {Rolldown.OutputChunk} script
 */
function whole(html, script) {
	const code = script.code.replaceAll("</script", "<\\/script").replaceAll("<!--", "\\x3c!--");
	const hash = createHash("sha256").update(code).digest("base64");
	const policy = `default-src 'none'; script-src 'sha256-${hash}' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'`;
	const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
	return html
		.replace(/\s*<script[^>]*><\/script>/, "")
		.replace(/(<meta charset[^>]*>)/, (charset) => `${charset}\n\t\t${meta}`)
		.replace("</body>", () => `<script type="module">${code}</script></body>`);
}

/**
 * The same as a page with its script beside it, for sites whose policy forbids scripts inside of pages.
 * @param {string} html
 * @param {string} src
 */
function apart(html, src) {
	const policy =
		"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'";
	const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
	return html
		.replace(/\s*<script[^>]*><\/script>/, "")
		.replace(/(<meta charset[^>]*>)/, (charset) => `${charset}\n\t\t${meta}`)
		.replace("</body>", () => `<script src="${src}"></script></body>`);
}

/**
 * A module as a plain script: a frame without an origin of its own may load those from anywhere.
 * @param {string} code
 */
const classic = (code) => `(async()=>{${code.replaceAll("import.meta", "({url:document.baseURI})")}})();`;

/**
 * A package that a bundle does without; whoever calls for it is refused.
 * @param {string} name
 * @returns {Plugin}
 */
export const without = (name) => ({
	name: `saidso-without-${name}`,
	enforce: "pre",
	resolveId: (id) => (id === name ? `\0without-${name}` : undefined),
	load: (id) =>
		id === `\0without-${name}`
			? `export default new Proxy({}, { get() { throw new Error("${name} is not in this file"); } });`
			: undefined,
});

/** What opens .pdf. */
export const PDF = ["pdfjs-dist/legacy/build/pdf.mjs", "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url"];
