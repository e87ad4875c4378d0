//! Owns the cases of `names.txt`: who is joined, who is left apart, and with whom.

use std::collections::{BTreeMap, BTreeSet};

use saidso::{
    SourceKind,
    audit::{
        join::{Standing, who_is_who},
        key::Key,
    },
};

/// Who each of some keys is.
pub fn found(keys: impl IntoIterator<Item = Key>) -> BTreeMap<Key, Standing> {
    let keys: Vec<Key> = keys.into_iter().collect();
    let who = who_is_who(&keys);
    keys.into_iter().zip(who).collect()
}

fn key(name: &str) -> Key {
    let name = name.trim();
    let (name, kind) = match name.strip_prefix('*') {
        Some(body) => (body, SourceKind::Organization),
        None => (name, SourceKind::Person),
    };
    Key::of(name, kind).unwrap()
}

/// What a case expects of each name.
fn expected(case: &[&str]) -> BTreeMap<Key, (BTreeSet<Key>, BTreeSet<Key>)> {
    let mut all = BTreeMap::new();
    for line in case {
        let (names, maybe) = line.split_once('?').unwrap_or((line, ""));
        let keys: BTreeSet<Key> = names.split(" = ").map(key).collect();
        let maybe: BTreeSet<Key> =
            maybe.split(", ").filter(|name| !name.trim().is_empty()).map(key).collect();
        for own in &keys {
            let (known, others) =
                all.entry(own.clone()).or_insert_with(|| (BTreeSet::new(), BTreeSet::new()));
            known.extend(keys.clone());
            others.extend(maybe.clone());
        }
    }
    all
}

#[test]
fn names_are_joined_as_the_cases_say() {
    let mut cases = 0;
    for case in include_str!("names.txt").split("\n\n").skip(1) {
        cases += 1;
        let (title, lines) = case.split_once('\n').unwrap();
        let lines: Vec<&str> = lines.lines().collect();
        let expected = expected(&lines);
        let found = found(expected.keys().cloned());
        let group = |of: &Key| -> BTreeSet<Key> {
            let mine = &found[of].key;
            found
                .iter()
                .filter(|(_, other)| other.key == *mine)
                .map(|(key, _)| key.clone())
                .collect()
        };
        for (own, (known, maybe)) in &expected {
            let Standing { maybe: others, key, .. } = &found[own];
            assert_eq!(&group(own), known, "{title}: {own}");
            let others: BTreeSet<Key> = others.iter().cloned().collect();
            let maybe: BTreeSet<Key> = maybe.iter().map(|one| found[one].key.clone()).collect();
            assert_eq!(others, maybe, "{title}: {own} as {key}");
        }
        for line in &lines {
            let apart = found[&key(line.split(['?', '=']).next().unwrap())].apart;
            assert!(apart || !line.contains('?'), "{title}: {line} is not left apart");
        }
        let groups: BTreeSet<&Key> = found.values().map(|standing| &standing.key).collect();
        assert_eq!(groups.len(), lines.len(), "{title}: {groups:?}");
    }
    assert!(cases > 20, "only {cases} cases were read");
}

#[test]
fn any_name_has_a_key_that_is_its_own_name_too() {
    for name in
        ["", "…", "the", "The The", "Mr.", "J.", "“”", "Jr.", "\u{301}", "&", "Dr. the", "a\u{0}b"]
    {
        for kind in SourceKind::ALL {
            let key = Key::of(name, *kind);
            let again = key.as_ref().and_then(|key| Key::of(key.name(), *kind));
            assert_eq!(again, key, "{name:?}");
            if let Some(key) = key {
                assert_eq!(found([key.clone(), key.clone()])[&key].key, key);
            }
        }
    }
}
