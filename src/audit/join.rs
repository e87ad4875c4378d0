//! Owns who is the same across articles. It joins only what cannot be mistaken: people by their whole name, others by the
//! whole of theirs.
//!
//! A last name, an initial or an acronym alone is left apart, with those it may mean, also where it could be the name of
//! a body. It has to know every key there is, so it is asked once, at the end.

use rustc_hash::FxHashMap;

use crate::audit::key::Key;

/// Who a key is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The key under which all its spellings are counted.
    pub key: Key,
    /// Whether it is only part of a name, so that it may be anybody's.
    pub apart: bool,
    /// The keys that an incomplete name may stand for, in the order of the keys.
    pub maybe: Vec<Key>,
}

/// Who is who among some keys; for each of them, in their order.
pub fn who_is_who(keys: &[Key]) -> Vec<Standing> {
    let joined = without_initials(keys);
    let whole = Whole::new(&joined);
    let standing = |key: &Key| {
        let maybe = whole.maybe(key);
        Standing { key: key.clone(), apart: !key.is_whole() || !maybe.is_empty(), maybe }
    };
    joined.iter().map(standing).collect()
}

/// Places in a list of keys, by some words. One type for all of them keeps the wasm small.
type Index = FxHashMap<String, Vec<usize>>;

/// People by their names without initials in the middle, where these do not tell two of them apart: `Robert C. Byrd`
/// and `Robert Byrd`, but not `John A. Smith` and `John B. Smith`. All others as they are.
fn without_initials(keys: &[Key]) -> Vec<Key> {
    let bare: Vec<Option<Key>> = keys.iter().map(Key::without_initials).collect();
    let mut alike = Index::default();
    for (at, bare) in bare.iter().enumerate() {
        if let Some(bare) = bare {
            alike.entry(bare.name().to_owned()).or_default().push(at);
        }
    }
    let is_only = |bare: &Key, own: &Key| {
        let alike = alike.get(bare.name()).map_or(&[][..], Vec::as_slice);
        alike.iter().all(|&at| keys.get(at) == Some(own))
    };
    let pairs = keys.iter().zip(bare);
    pairs
        .map(|(own, bare)| bare.filter(|bare| is_only(bare, own)).unwrap_or_else(|| own.clone()))
        .collect()
}

/// The whole names, by what they may be called for short.
struct Whole<'k> {
    keys: &'k [Key],
    /// People by the last word of their name.
    people: Index,
    /// Bodies by their initials.
    bodies: Index,
}

impl<'k> Whole<'k> {
    fn new(keys: &'k [Key]) -> Self {
        let mut seen = Index::default();
        let (mut people, mut bodies) = (Index::default(), Index::default());
        for (at, key) in keys.iter().enumerate().filter(|(_, key)| key.is_whole()) {
            let twins = seen.entry(key.to_string()).or_default();
            twins.push(at);
            if twins.len() > 1 {
                continue;
            }
            if key.is_person() {
                people.entry(last(key).to_owned()).or_default().push(at);
            } else if let Some([all, few]) = key.initials() {
                if all != few {
                    bodies.entry(few).or_default().push(at);
                }
                bodies.entry(all).or_default().push(at);
            }
        }
        Self { keys, people, bodies }
    }

    /// Whom a short name may mean; nobody for a person's whole name.
    fn maybe(&self, key: &Key) -> Vec<Key> {
        if key.is_person() && key.is_whole() {
            return Vec::new();
        }
        let people = self.people.get(last(key)).into_iter().flatten();
        let bodies = self.bodies.get(key.name()).filter(|_| !key.is_person()).into_iter().flatten();
        let known = people.chain(bodies).filter_map(|at| self.keys.get(*at));
        known.filter(|known| !known.is_person() || may_be(key, known)).cloned().collect()
    }
}

fn last(key: &Key) -> &str {
    key.called().family.last().copied().unwrap_or_default()
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
