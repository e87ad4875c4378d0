//! The kinds of golden files: which marks and properties each knows, and how a case is compared.
//!
//! Leaves what the core finds, as marks, to `found.rs`.

use saidso::{BlockKind, HedgeKind, Options, SignalKind, Statement};

use crate::{
    case::Case,
    found::{self, Found},
    marked::{self, BOUNDARY, Mark},
};

/// A kind of golden file.
pub struct Kind {
    pub folder: &'static str,
    roles: Vec<&'static str>,
    /// The keys that `= 1: key value` may use.
    keys: &'static [&'static str],
    find: fn(&str, &Options) -> Found,
    /// Whether marks without an id belong together; else each stands for itself.
    joined: bool,
}

/// What a case should have said.
pub struct Outcome {
    pub matches: bool,
    pub marked: String,
    pub properties: Vec<String>,
}

/// The names of some kinds, as the schema has them.
fn names<K: Copy>(kinds: &[K], name: fn(K) -> &'static str) -> Vec<&'static str> {
    kinds.iter().map(|kind| name(*kind)).collect()
}

/// Where sentences begin.
pub fn sentences() -> Kind {
    let roles = vec![BOUNDARY];
    Kind { folder: "sentences", roles, keys: &[], find: found::sentences, joined: false }
}

/// Every block, with its kind.
pub fn blocks() -> Kind {
    let roles = names(BlockKind::ALL, BlockKind::name);
    Kind { folder: "blocks", roles, keys: &[], find: found::blocks, joined: false }
}

/// Every quotation, closed or running on.
pub fn quotations() -> Kind {
    let roles = vec!["closed", "open"];
    Kind { folder: "quotations", roles, keys: &[], find: found::quotations, joined: false }
}

/// Every attribution: source, cue, content.
pub fn attributions() -> Kind {
    let roles = vec!["source", "cue", "content"];
    let keys = &["who", "kind", "named", "form", "stance", "act", "parent", "lemma", "reasons"];
    Kind { folder: "attributions", roles, keys, find: found::attributions, joined: true }
}

/// Every mention of every source.
pub fn sources() -> Kind {
    let keys = &["name", "description", "kind", "named", "attributions"];
    Kind { folder: "sources", roles: vec!["mention"], keys, find: found::sources, joined: true }
}

/// Every hedge, with its kind; scopes where the case marks any.
pub fn hedges() -> Kind {
    let mut roles = names(HedgeKind::ALL, HedgeKind::name);
    roles.push(SCOPE);
    Kind { folder: "hedges", roles, keys: &[], find: found::hedges, joined: false }
}

/// Every further signal, with its kind.
pub fn signals() -> Kind {
    let roles = names(SignalKind::ALL, SignalKind::name);
    Kind { folder: "signals", roles, keys: &[], find: found::signals, joined: false }
}

/// Every claim, with the kind of statement it is.
pub fn claims() -> Kind {
    let roles = names(Statement::ALL, Statement::name);
    let keys = &["certainty", "who", "checkworthy"];
    Kind { folder: "claims", roles, keys, find: found::claims, joined: false }
}

impl Kind {
    /// Compares a case with what the core finds, or says how the case is malformed.
    pub fn run(&self, case: &Case) -> Result<Outcome, String> {
        let (text, marks) = marked::parse(&case.marked)?;
        self.check(&marks)?;
        let expected = self.numbered(&marks)?;
        let mut found = (self.find)(&text, &options(case)?);
        if !marks.iter().any(|mark| mark.role == SCOPE) {
            found.marks.retain(|mark| mark.role != SCOPE);
        }
        found.marks.sort();
        let properties = self.properties(case, &found)?;
        let plain = without_ids(&found.marks);
        let ids = marks.iter().any(|mark| mark.id.is_some())
            || self.numbered(&plain).as_ref() != Ok(&found.marks);
        Ok(Outcome {
            matches: expected == found.marks && properties == case.properties,
            marked: marked::print(&text, if ids { &found.marks } else { &plain }),
            properties,
        })
    }

    fn check(&self, marks: &[Mark]) -> Result<(), String> {
        if let Some(mark) = marks.iter().find(|mark| !self.roles.contains(&mark.role.as_str())) {
            return Err(format!("{} has no `{}`", self.folder, mark.role));
        }
        let ids = marks.iter().filter(|mark| mark.id.is_some()).count();
        if ids != 0 && ids != marks.len() {
            return Err("either every mark carries an id or none does".into());
        }
        Ok(())
    }

    /// The marks in text order; those without an id get the one that they stand for.
    fn numbered(&self, marks: &[Mark]) -> Result<Vec<Mark>, String> {
        let mut marks = marks.to_vec();
        marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
        let mut next = 0;
        for mark in marks.iter_mut().filter(|mark| mark.id.is_none() && mark.role != BOUNDARY) {
            if !self.joined && mark.role != SCOPE {
                next += 1;
            }
            mark.id = Some(next.max(1));
        }
        if next > 1 && marks.iter().any(|mark| mark.role == SCOPE) {
            return Err("scopes of several hedges need ids, as in `{scope.1 …}`".into());
        }
        marks.sort();
        Ok(marks)
    }

    /// The case's property lines with the values that were found.
    fn properties(&self, case: &Case, found: &Found) -> Result<Vec<String>, String> {
        let value = |id: usize, property: &str| {
            let (key, _) = property.split_once(' ').ok_or("a property is `key value`")?;
            let key = self.keys.iter().find(|known| **known == key);
            let key = key.ok_or_else(|| format!("{} has no key in `{property}`", self.folder))?;
            let value = found.properties.get(&(id, *key)).map_or("(no such mark)", String::as_str);
            Ok::<_, String>(format!("{key} {value}"))
        };
        let line = |line: &String| {
            if line.starts_with(KINDS) {
                return Ok(line.clone());
            }
            let (id, list) = line.split_once(": ").ok_or("a property line is `= 1: key value`")?;
            let number = id.parse().map_err(|_| format!("`{id}` is no id"))?;
            let list: Result<Vec<_>, _> = list.split("; ").map(|p| value(number, p)).collect();
            Ok(format!("{id}: {}", list?.join("; ")))
        };
        case.properties.iter().map(line).collect()
    }
}

const SCOPE: &str = "scope";
const KINDS: &str = "kinds: ";

fn without_ids(marks: &[Mark]) -> Vec<Mark> {
    marks.iter().map(|mark| Mark { id: None, ..mark.clone() }).collect()
}

/// `= kinds: all` turns the minor kinds of hedges on.
fn options(case: &Case) -> Result<Options, String> {
    let mut options = Options::default();
    match case.properties.iter().find_map(|line| line.strip_prefix(KINDS)) {
        None => {}
        Some("all") => {
            options.hedges = HedgeKind::CORE.to_vec();
            options.hedges.extend([HedgeKind::Quantity, HedgeKind::Generaliser, HedgeKind::Bound]);
        }
        Some(other) => return Err(format!("`kinds: {other}`; there is `kinds: all`")),
    }
    Ok(options)
}
