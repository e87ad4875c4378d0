//! Owns the browser's door to source audits: who is who among the names of many articles.

use std::collections::BTreeSet;

use serde::Serialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use crate::{
    SourceKind,
    audit::{join, key::Key},
};

/// Who is who, in lists that follow those of the names.
#[derive(Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct WhoIsWho {
    /// Of people; none where a name has no words.
    people: Vec<Option<Standing>>,
    /// Of bodies, documents and groups.
    others: Vec<Option<Standing>>,
}

/// Who one of them is.
#[derive(Serialize, Tsify)]
struct Standing {
    /// The key by which all of theirs go.
    key: String,
    /// Whether it is only part of a name, so that it may be anybody's.
    apart: bool,
    /// Of one left apart: the keys of those whom it may mean.
    maybe: Vec<String>,
}

/// Who is who among the named sources of many articles.
///
/// # Errors
///
/// None of its own.
#[wasm_bindgen(js_name = whoIsWho)]
pub fn who_is_who(people: Vec<String>, others: Vec<String>) -> Result<Ts<WhoIsWho>, JsError> {
    let keys = |names: Vec<String>, kind| -> Vec<Option<Key>> {
        names.iter().map(|name| Key::of(name, kind)).collect()
    };
    let people = keys(people, SourceKind::Person);
    let others = keys(others, SourceKind::Organization);
    let all: BTreeSet<Key> = people.iter().chain(&others).flatten().cloned().collect();
    let who = join::who_is_who(&all);
    let standing = |key: Option<Key>| {
        who.get(&key?).map(|found| Standing {
            key: found.key.to_string(),
            apart: found.apart,
            maybe: found.maybe.iter().map(Key::to_string).collect(),
        })
    };
    let all = |keys: Vec<Option<Key>>| keys.into_iter().map(standing).collect();
    Ok(WhoIsWho { people: all(people), others: all(others) }.into_ts()?)
}
