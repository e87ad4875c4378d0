//! Builds the WebAssembly package.

fn main() {}
