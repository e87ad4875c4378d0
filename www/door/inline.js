// @ts-check
//! Owns the same as `index-api.js` with the wasm as bytes inside the module, so that nothing is fetched: for pages
//! whose policy forbids connections, and for bundlers that know no assets.

import { ready } from "../engine/engine.js";
import wasm from "../pkg/saidso_bg.wasm?url&inline";

export * from "./saidso.js";

const base64 = wasm.slice(wasm.indexOf(",") + 1);

ready({ wasm: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) }).catch(() => {});
