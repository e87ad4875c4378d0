//! Owns the browser's door to source audits: who is who among the names of many articles, and who wrote them.

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::{
    SourceKind,
    audit::{
        author,
        join::{self, Standing},
        key::Key,
    },
};

/// Who is who, in lists that follow the names; empty for a name without words.
#[derive(Serialize, Tsify)]
pub struct WhoIsWho {
    /// The key by which all of theirs go; of people, then of the others.
    keys: Vec<String>,
    /// Which of them are only part of a name, so that they may be anybody's.
    apart: Vec<usize>,
    /// For each of those the keys of whom it may mean.
    maybe: Vec<Vec<String>>,
}

/// Who is who among the named sources of many articles: people, then bodies, documents and groups.
///
/// # Errors
///
/// None of its own.
#[wasm_bindgen(js_name = whoIsWho)]
pub fn who_is_who(people: Vec<String>, others: Vec<String>) -> Result<Ts<WhoIsWho>, JsError> {
    let key = |name: &String, kind| Key::of(name, kind).unwrap_or_default();
    let people = people.iter().map(|name| key(name, SourceKind::Person));
    let others = others.iter().map(|name| key(name, SourceKind::Organization));
    let keys: Vec<Key> = people.chain(others).collect();
    let mut who = WhoIsWho { keys: Vec::new(), apart: Vec::new(), maybe: Vec::new() };
    for (at, Standing { key, apart, maybe }) in join::who_is_who(&keys).into_iter().enumerate() {
        who.keys.push(key.into());
        if apart {
            who.apart.push(at);
            who.maybe.push(maybe.into_iter().map(Key::into).collect());
        }
    }
    Ok(who.into_ts()?)
}

/// The authors that a byline names, each once; the byline itself where it is no list of names, and one that is empty
/// where it names nobody.
#[wasm_bindgen(js_name = authorsIn)]
pub fn authors_in(byline: &str) -> Vec<String> {
    author::authors(byline)
}
