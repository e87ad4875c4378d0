// @ts-check
//! `npm run test:engines`: opens the pages of `tests/engines/checks.js` in Debian's Firefox, over WebDriver BiDi, and in
//! WebKitGTK, over WebKitWebDriver. apt brings what is missing; with `--here` what is missing is left out. Words after `--` pick an engine by name.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CHECKS } from "../tests/engines/checks.js";
import { main, must, output, root, Stop, say } from "./command.js";

/** @import { ChildProcess } from "node:child_process" */
/** @import { Check } from "../tests/engines/checks.js" */
/**
 * @typedef {object} Engine a browser under control
 * @property {string} name
 * @property {string} version
 * @property {(url: string) => Promise<unknown>} open
 * @property {(expression: string) => Promise<unknown>} evaluate
 * @property {() => Promise<string>} screenshot
 * @property {() => void} stop
 */

/** @type {Record<string, string>} */
const TYPES = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".css": "text/css",
	".wasm": "application/wasm",
	".svg": "image/svg+xml",
};
/** @type {Record<string, string>} */
const FOLDERS = { saidso: "dist/package", site: "dist/site" };
const PATIENCE = 60_000;

/** Serves package, page and checks. @returns {Promise<{ url: string, stop(): unknown }>} */
function serve() {
	const server = createServer(({ url = "/" }, response) => {
		const path = decodeURIComponent(new URL(url, "http://host").pathname);
		const [, place, ...rest] = path.replace(/\/$/, "/index.html").split("/");
		const check = CHECKS[Number(/^check-(\d+)$/.exec(place)?.[1] ?? -1)];
		const file = FOLDERS[place] && join(root, FOLDERS[place], rest.join("/"));
		const type = check ? ".html" : extname(file ?? "");
		if (!check && !(file && existsSync(file))) return response.writeHead(404).end();
		response.setHeader("Content-Type", TYPES[type] ?? "application/octet-stream");
		// A page in a sandbox has no origin of its own.
		response.setHeader("Access-Control-Allow-Origin", "*");
		if (check?.policy) response.setHeader("Content-Security-Policy", check.policy);
		const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A check</title>`;
		response.end(check ? `${head}<body>${check.body}</body></html>` : readFileSync(file));
	});
	return new Promise((settle) =>
		server.listen(0, "127.0.0.1", () => {
			const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
			settle({ url: `http://127.0.0.1:${port}`, stop: () => server.close() });
		}),
	);
}

/** A port that nobody listens on. */
async function freePort() {
	const { url, stop } = await serve();
	await stop();
	return Number(new URL(url).port);
}

/** @param {() => Promise<any>} step */
async function soon(step) {
	for (const end = Date.now() + PATIENCE; ; await wait(100)) {
		const found = await step().catch(() => undefined);
		if (found) return found;
		if (Date.now() > end) throw new Stop("it did not start");
	}
}

const isHere = (/** @type {string} */ program) => Boolean(output("which", program));

/** @param {string} program @param {string} pack */
async function installed(program, pack) {
	if (isHere(program)) return;
	say(`installing ${pack} from apt, for the tests`);
	const admin = process.getuid?.() === 0 ? [] : ["sudo"];
	const [first, ...args] = [...admin, "apt-get", "install", "-qy", "--no-install-recommends", pack];
	await must(`apt could not install ${pack}`, first, args);
}

/** @returns {Promise<Engine>} */
async function firefox() {
	await installed("firefox-esr", "firefox-esr");
	const port = await freePort();
	const profile = mkdtempSync(join(tmpdir(), "saidso-firefox-"));
	const args = ["--headless", "--remote-debugging-port", `${port}`, "--profile", profile, "about:blank"];
	const child = spawn("firefox-esr", args, { stdio: "ignore", detached: true });
	const { WebSocket } = /** @type {any} */ (globalThis);
	const socket = await soon(
		() =>
			new Promise((settle, fail) => {
				const made = new WebSocket(`ws://127.0.0.1:${port}/session`);
				made.onopen = () => settle(made);
				made.onerror = fail;
			}),
	);
	/** @type {Map<number, (answer: any) => void>} */
	const asked = new Map();
	let last = 0;
	socket.onmessage = (/** @type {{ data: string }} */ { data }) => {
		const answer = JSON.parse(data);
		asked.get(answer.id)?.(answer);
	};
	const ask = (/** @type {string} */ method, /** @type {object} */ params) =>
		new Promise((settle, fail) => {
			const id = ++last;
			asked.set(id, ({ error, message, result }) => (error ? fail(new Error(message)) : settle(result)));
			socket.send(JSON.stringify({ id, method, params }));
		});
	const { capabilities } = await ask("session.new", { capabilities: {} });
	const { contexts } = await ask("browsingContext.getTree", {});
	const [{ context }] = contexts;
	return {
		name: "Firefox",
		version: capabilities.browserVersion,
		open: (url) => ask("browsingContext.navigate", { context, url, wait: "complete" }),
		evaluate: async (expression) => {
			const { result } = await ask("script.evaluate", {
				expression,
				target: { context },
				awaitPromise: true,
			});
			return result?.value;
		},
		screenshot: async () => (await ask("browsingContext.captureScreenshot", { context })).data,
		stop: () => end(child),
	};
}

/** @returns {Promise<Engine>} */
async function webkit() {
	await installed("WebKitWebDriver", "webkit2gtk-driver");
	await installed("Xvfb", "xvfb");
	const [display, port] = [`:${90 + (process.pid % 100)}`, await freePort()];
	const screen = spawn("Xvfb", [display, "-screen", "0", "1280x1024x24"], {
		stdio: "ignore",
		detached: true,
	});
	const env = {
		...process.env,
		DISPLAY: display,
		GDK_BACKEND: "x11",
		LIBGL_ALWAYS_SOFTWARE: "1",
		// In a container there is no sandbox to be had.
		WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
	};
	const child = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", detached: true, env });
	const stop = () => [child, screen].forEach(end);
	const ask = async (/** @type {string} */ path, /** @type {object | undefined} */ body = undefined) => {
		const how = body ? { method: "POST", body: JSON.stringify(body) } : {};
		const { value } = await (await fetch(`http://127.0.0.1:${port}${path}`, how)).json();
		if (value?.error) throw new Error(value.message || value.error);
		return value;
	};
	try {
		await soon(() => ask("/status"));
		const binary = output("sh", "-c", "ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser | head -1");
		const options = { "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
		const { sessionId, capabilities } = await ask("/session", { capabilities: { alwaysMatch: options } });
		const session = `/session/${sessionId}`;
		return {
			name: "WebKitGTK",
			version: capabilities.browserVersion,
			open: (url) => ask(`${session}/url`, { url }),
			evaluate: (expression) => ask(`${session}/execute/sync`, { script: `return ${expression};`, args: [] }),
			screenshot: () => ask(`${session}/screenshot`),
			stop,
		};
	} catch (error) {
		stop();
		throw error;
	}
}

/** @param {ChildProcess} child */
function end(child) {
	try {
		if (child.pid) process.kill(-child.pid);
	} catch {
		// It has ended by itself.
	}
}

/**
 * @param {Engine} engine
 * @param {string} url
 * @param {Check} check
 */
async function look(engine, url, { tell, right, isPainted }) {
	await engine.open(url);
	let seen = "";
	for (const end = Date.now() + PATIENCE; Date.now() < end && seen !== right; await wait(200)) {
		seen = String((await engine.evaluate(tell ?? "window.told").catch(() => "")) ?? "");
		if (!tell && seen) break;
	}
	if (seen !== right) return `${seen || "nothing"} instead of ${right}`;
	if (!isPainted) return "";
	const marked = await engine.screenshot();
	await engine.evaluate("CSS.highlights.clear()");
	await wait(300);
	return marked === (await engine.screenshot()) ? "the paint is not seen" : "";
}

/** @param {() => Promise<Engine>} start @param {string} url */
async function check(start, url) {
	const engine = await start();
	let faults = 0;
	try {
		for (const [number, one] of CHECKS.entries()) {
			const fault = await look(engine, `${url}${one.path ?? `/check-${number}`}`, one).catch(String);
			if (fault) faults++;
			console.log(
				`${fault ? "✘" : "✔"} ${engine.name} ${engine.version}: ${one.name}${fault && `: ${fault}`}`,
			);
		}
	} finally {
		engine.stop();
	}
	return faults;
}

/** @type {Record<string, { start: () => Promise<Engine>, programs: string[] }>} */
const ENGINES = {
	firefox: { start: firefox, programs: ["firefox-esr"] },
	webkit: { start: webkit, programs: ["WebKitWebDriver", "Xvfb"] },
};

await main(async () => {
	if (!existsSync(join(root, "dist/package/element.js")) || !existsSync(join(root, "dist/site/index.html")))
		throw new Stop("the package or the page is not built; `npm test` does it");
	const words = process.argv.slice(2).map((name) => name.toLowerCase());
	const wanted = words.filter((word) => word !== "--here");
	const engines = Object.entries(ENGINES).filter(
		([name, { programs }]) =>
			(!wanted.length || wanted.includes(name)) && (!words.includes("--here") || programs.every(isHere)),
	);
	const { url, stop } = await serve();
	let faults = 0;
	for (const [, { start }] of engines) faults += await check(start, url);
	stop();
	if (faults) throw new Stop(`${faults} checks failed`);
});
process.exit(process.exitCode ?? 0);
