//! Owns the edge of the core: units of offsets, the shapes of the schema, and the browser's API.
//!
//! Leaves out the command line, a program of its own.

pub mod utf16;
pub mod schema;
pub mod convert;
#[cfg(all(feature = "command", not(target_arch = "wasm32")))]
pub mod json_schema;
#[cfg(all(target_arch = "wasm32", feature = "annotate"))]
pub mod element;
#[cfg(all(target_arch = "wasm32", feature = "annotate"))]
pub mod dom;
#[cfg(all(target_arch = "wasm32", feature = "annotate"))]
pub mod seen;
#[cfg(all(target_arch = "wasm32", feature = "annotate"))]
pub mod wasm;
#[cfg(all(target_arch = "wasm32", feature = "annotate"))]
pub mod wasm_audit;
#[cfg(target_arch = "wasm32")]
pub mod wasm_sentences;
