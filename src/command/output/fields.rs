//! Owns `--fields`: which members of a report are written.

use saidso::schema::Report;
use serde::{Serialize, Serializer, ser::SerializeMap};

/// The members that are always written: without them nobody knows what the others mean.
const ALWAYS: [&str; 3] = ["schema", "engine", "offsets"];

/// The members that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields(Vec<&'static str>);

/// The members of a report, in its order: their names, and how each is written.
macro_rules! members {
    ($($name:ident)+) => {
        impl Fields {
            /// Every name.
            pub const ALL: &[&str] = &[$(stringify!($name)),+];
        }

        impl Serialize for Part<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                $(if self.fields.holds(stringify!($name)) {
                    map.serialize_entry(stringify!($name), &self.report.$name)?;
                })+
                map.end()
            }
        }
    };
}

members! {
    schema engine lang offsets blocks sentences sources attributions hedges claims signals stats warnings
}

impl Fields {
    /// Reads names between commas.
    ///
    /// # Errors
    ///
    /// Lists the names that there are.
    pub fn from_names(names: &str) -> Result<Self, String> {
        let known = |name: &str| {
            let found = Self::ALL.iter().copied().find(|known| *known == name);
            found.ok_or_else(|| {
                format!("there is no field {name:?}; the fields are {}", Self::ALL.join(", "))
            })
        };
        names.split(',').map(|name| known(name.trim())).collect::<Result<_, _>>().map(Self)
    }

    /// These members of a report.
    pub fn of<'r>(&'r self, report: &'r Report) -> Part<'r> {
        Part { fields: self, report }
    }

    fn holds(&self, name: &str) -> bool {
        ALWAYS.contains(&name) || self.0.contains(&name)
    }
}

/// Some members of a report.
pub struct Part<'r> {
    fields: &'r Fields,
    report: &'r Report,
}
