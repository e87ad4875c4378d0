// @ts-check
//! Serves and bundles the page; owns the policy it is served under.

import { fileURLToPath } from "node:url";
import { defaultClientConditions, defineConfig } from "vite";
import { offline } from "./xtask/offline.js";

/**
 * @param {string} connect where the page may send requests to
 * @param {string[]} more further directives
 */
const policy = (connect, ...more) =>
	[
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval'",
		"style-src 'self'",
		"img-src 'self' data:",
		"font-src 'self'",
		"manifest-src 'self'",
		`connect-src ${connect}`,
		"worker-src 'self'",
		"frame-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		...more,
	].join("; ");

/** @param {string} csp */
const headers = (csp) => ({ "Content-Security-Policy": csp, "X-Content-Type-Options": "nosniff" });

/** @param {string} path of a file of ours, which the dev server would look for in its root */
const at = (path) => fileURLToPath(new URL(path, import.meta.url));

const host = "127.0.0.1";
const port = Number(process.env.SAIDSO_PORT ?? 4173);

export default defineConfig({
	root: "www",
	base: "./",
	plugins: [offline()],
	// A character reference is looked up in a table: the way by innerHTML is refused by our own policy.
	resolve: { conditions: [...defaultClientConditions, "worker"] },
	build: {
		outDir: "../dist/site",
		emptyOutDir: true,
		target: "es2022",
		assetsInlineLimit: 0,
		// What the page begins with is fetched at once; what comes later has its own order.
		modulePreload: {
			polyfill: false,
			resolveDependencies: (_, files, { hostType }) => (hostType === "html" ? files : []),
		},
		reportCompressedSize: false,
		rolldownOptions: { input: [at("www/index.html"), at("www/docs/index.html")] },
	},
	worker: { format: "es" },
	// The development server's own client needs a web socket and sets HTML.
	server: { host, headers: headers(policy("'self' ws:")) },
	preview: {
		host,
		port,
		strictPort: true,
		headers: headers(policy("'self'", "require-trusted-types-for 'script'")),
	},
});
