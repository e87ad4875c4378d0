// @ts-check
//! Runs tests/browser in the system's own Chromium against the bundled page.

import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
	existsSync,
);
// A page under test starts no traffic of its own, and neither does its browser.
const flags = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];
const address = `http://127.0.0.1:${process.env.SAIDSO_PORT ?? 4173}/`;

export default defineConfig({
	testDir: "tests/browser",
	outputDir: "test-results",
	reporter: "list",
	workers: 1,
	forbidOnly: true,
	// A machine that does other work beside may be late once; a test that needs its second try is listed as flaky.
	retries: process.env.CI ? 1 : 0,
	timeout: 60_000,
	use: {
		browserName: "chromium",
		baseURL: address,
		launchOptions: { executablePath: process.env.SAIDSO_CHROMIUM ?? chromium, args: flags },
	},
	webServer: { command: "node node_modules/vite/bin/vite.js preview", url: address },
});
