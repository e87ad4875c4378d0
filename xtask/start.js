// @ts-check
//! `npm start`: installs and builds what is missing, then serves the page.

import { main, must, say } from "./command.js";
import { setup } from "./setup.js";

await main(async () => {
	await setup();
	say("serving the page; Ctrl+C ends it");
	process.on("SIGINT", () => process.exit());
	await must("the page's server stopped", process.execPath, [
		"node_modules/vite/bin/vite.js",
		...process.argv.slice(2),
	]);
});
