// @ts-check
//! Owns the same as `saidso.js` with the wasm as bytes inside the module, so that nothing is fetched: for pages
//! whose policy forbids connections, and for bundlers that know no assets.

import { bytes } from "../engine/bytes.js";
import { ready } from "../engine/engine.js";

export * from "./saidso.js";

ready({ wasm: bytes() }).catch(() => {});
