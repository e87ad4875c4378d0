// @ts-check
//! Describes `<said-so>` for editors and catalogues: only what is public, by the file it is in the package.

/** @type {Record<string, string>} */
const PACKAGED = {
	"www/element/class.js": "dist/package/element-class.js",
	"www/element/define.js": "dist/package/element.js",
};

/** @param {any} value */
function packaged(value) {
	if (!value || typeof value !== "object") return;
	for (const key of ["path", "module"]) {
		const path = String(value[key] ?? "").replace(/^\//, "");
		if (PACKAGED[path]) value[key] = PACKAGED[path];
	}
	if (value.members)
		value.members = value.members.filter((/** @type {any} */ one) => one.privacy !== "private");
	for (const inside of Object.values(value)) packaged(inside);
}

export default {
	globs: Object.keys(PACKAGED),
	outdir: "dist/package",
	packagejson: false,
	plugins: [
		{
			name: "saidso-packaged",
			packageLinkPhase: (/** @type {any} */ { customElementsManifest }) => packaged(customElementsManifest),
		},
	],
};
