//! Owns who is the same across articles. It joins only what cannot be mistaken: people by their whole name, others by the
//! whole of theirs.
//!
//! A last name, an initial or an acronym alone is left apart, with those it may mean, also where it could be the name of
//! a body. It has to know every key there is, so it is asked once, at the end.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::key::Key;

/// Who a key is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The key by which all of theirs go.
    pub key: Key,
    /// Whether it is only part of a name, so that it may be anybody's.
    pub apart: bool,
    /// Of one left apart: whom it may mean, in order.
    pub maybe: Vec<Key>,
}

/// Who is who among some keys.
pub fn who_is_who(keys: &BTreeSet<Key>) -> BTreeMap<Key, Standing> {
    let joined = without_initials(keys);
    let known: BTreeSet<&Key> = keys.iter().map(|key| joined.get(key).unwrap_or(key)).collect();
    let whole = Whole::new(&known);
    let standing = |key: &Key| {
        let key = joined.get(key).unwrap_or(key);
        let maybe = whole.maybe(key);
        let apart = !key.is_whole() || !maybe.is_empty();
        Standing { key: key.clone(), apart, maybe }
    };
    keys.iter().map(|key| (key.clone(), standing(key))).collect()
}

/// People by their names without initials in the middle, where these do not tell two of them apart: `Robert C. Byrd`
/// and `Robert Byrd`, but not `John A. Smith` and `John B. Smith`.
fn without_initials(keys: &BTreeSet<Key>) -> BTreeMap<Key, Key> {
    let mut alike: BTreeMap<Key, Vec<&Key>> = BTreeMap::new();
    for key in keys {
        if let Some(bare) = key.without_initials() {
            alike.entry(bare).or_default().push(key);
        }
    }
    let only = alike.into_iter().filter_map(|(bare, keys)| match keys[..] {
        [key] => Some((key.clone(), bare)),
        _ => None,
    });
    only.collect()
}

/// The whole names, by what they may be called for short.
struct Whole<'k> {
    /// People by the last word of their name.
    people: BTreeMap<&'k str, Vec<&'k Key>>,
    /// Bodies by their initials.
    bodies: BTreeMap<String, BTreeSet<&'k Key>>,
}

impl<'k> Whole<'k> {
    fn new(keys: &BTreeSet<&'k Key>) -> Self {
        let (mut people, mut bodies) = (BTreeMap::new(), BTreeMap::new());
        for key in keys.iter().copied().filter(|key| key.is_whole()) {
            if key.is_person() {
                let last = key.called().family.last().copied().unwrap_or_default();
                people.entry(last).or_insert_with(Vec::new).push(key);
            }
            for initials in key.initials().into_iter().flatten() {
                bodies.entry(initials).or_insert_with(BTreeSet::new).insert(key);
            }
        }
        Self { people, bodies }
    }

    /// Whom a short name may mean; nobody for a person's whole name.
    fn maybe(&self, key: &Key) -> Vec<Key> {
        if key.is_person() && key.is_whole() {
            return Vec::new();
        }
        let called = key.called();
        let last = called.family.last().copied().unwrap_or_default();
        let people = self.people.get(last).into_iter().flatten();
        let mut maybe: Vec<Key> =
            people.filter(|known| may_be(key, known)).map(|&known| known.clone()).collect();
        if !key.is_person() {
            maybe.extend(
                self.bodies.get(key.name()).into_iter().flatten().map(|&body| body.clone()),
            );
        }
        maybe
    }
}

/// Whether a short name fits a person's: the family, the first initial, and the generation where it is told.
fn may_be(short: &Key, person: &Key) -> bool {
    let (own, known) = (short.called(), person.called());
    let given = match (own.given.first(), known.given.first()) {
        (Some(initial), Some(first)) => short.is_person() && first.starts_with(*initial),
        (own, _) => own.is_none(),
    };
    let family = known.family.ends_with(&own.family);
    given && family && (own.generation.is_none() || own.generation == known.generation)
}
