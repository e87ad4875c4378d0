//! Owns a report as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>), the same as the page's export
//! (`www/export/web-annotation.js`) to the byte: names, order, context and identifiers.

use saidso::{Attribution, Claim, Hedge, Offsets, Report, Source, Span, Unit, schema};
use serde::Serialize;
use serde_json::Value;
use uuid::{Uuid, uuid};

use super::words::quote;

/// How many UTF-16 units of context are kept on either side.
const CONTEXT: usize = 32;

/// The namespace of identifiers, which must never change.
const NAMESPACE: Uuid = uuid!("6c1e0b9e-3f35-4b7c-9d0a-2f9f4c6a5d21");

/// All marks of one text.
#[derive(Serialize)]
pub struct Collection {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: &'static str,
    generator: Generator,
    total: usize,
    first: Page,
}

#[derive(Serialize)]
struct Generator {
    r#type: &'static str,
    name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    id: String,
    r#type: &'static str,
    start_index: usize,
    items: Vec<Annotation>,
}

#[derive(Serialize)]
struct Annotation {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Vec<Target>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Body {
    Words { r#type: &'static str, value: String, purpose: &'static str },
    Link { r#type: &'static str, source: String, purpose: &'static str },
}

#[derive(Serialize)]
struct Target {
    r#type: &'static str,
    source: String,
    selector: (Position, Quote),
}

#[derive(Serialize)]
struct Position {
    r#type: &'static str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Quote {
    r#type: &'static str,
    exact: String,
    prefix: String,
    suffix: String,
}

/// The marks of a report; an id that is an address on the web is where the text was published.
pub fn collection(text: &str, report: &Report, id: &Value) -> Collection {
    let schema::Engine { name, version, model } = schema::engine();
    let key = Uuid::new_v5(&NAMESPACE, text.as_bytes());
    let address = id.as_str().filter(|id| id.starts_with("https://") || id.starts_with("http://"));
    let place = Place {
        text,
        report,
        offsets: Offsets::new(text, Unit::CodePoint),
        source: address.map_or_else(|| format!("urn:uuid:{key}"), str::to_owned),
        key: Uuid::new_v5(&key, format!("{version} {model}").as_bytes()),
    };
    let items = place.items();
    Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: place.name("collection"),
        r#type: "AnnotationCollection",
        label: "Who says what, and how sure they are",
        generator: Generator { r#type: "Software", name: format!("{name} {version}") },
        total: items.len(),
        first: Page { id: place.name("page"), r#type: "AnnotationPage", start_index: 0, items },
    }
}

/// What every annotation of one text needs.
struct Place<'p> {
    text: &'p str,
    report: &'p Report,
    offsets: Offsets<'p>,
    /// Where the text was published, or a name made from its words.
    source: String,
    /// Of the text and the engine, so that identifiers stay the same as long as both do.
    key: Uuid,
}

impl Place<'_> {
    fn items(&self) -> Vec<Annotation> {
        let Report { attributions, hedges, claims, .. } = self.report;
        let attributions = attributions.iter().enumerate();
        let hedges = hedges.iter().enumerate();
        let claims = claims.iter().enumerate();
        attributions
            .flat_map(|(at, found)| self.attribution(found, &format!("a{at}")))
            .chain(hedges.map(|(at, found)| self.hedge(found, &format!("h{at}"))))
            .chain(claims.map(|(at, found)| self.claim(found, &format!("c{at}"))))
            .collect()
    }

    fn name(&self, part: &str) -> String {
        format!("urn:uuid:{}", Uuid::new_v5(&self.key, part.as_bytes()))
    }

    /// The content with what is said about it; the source and the cue are annotations that link to it.
    fn attribution(&self, found: &Attribution, id: &str) -> Vec<Annotation> {
        let who = self.source_of(found).map_or_else(|| "nobody named".to_owned(), credit);
        let told = remark(format!("{who}: {}", quote(self.text, &[found.cue.span])));
        let kinds = [found.form.name(), found.stance.name(), found.act.name()];
        let body = [told, tag("attribution")].into_iter().chain(kinds.map(tag)).collect();
        let main = self.annotation(id, "classifying", body, &found.contents);
        let linked = main.id.clone();
        let part = |name: &'static str, spans: &[Span]| {
            let link = Body::Link {
                r#type: "SpecificResource",
                source: linked.clone(),
                purpose: "linking",
            };
            self.annotation(&format!("{id}-{name}"), "linking", vec![link, tag(name)], spans)
        };
        let cue = (!found.cue.lemma.is_empty()).then(|| part("cue", &[found.cue.span]));
        let source = (!found.sources.is_empty()).then(|| part("source", &found.sources));
        [Some(main), cue, source].into_iter().flatten().collect()
    }

    fn hedge(&self, found: &Hedge, id: &str) -> Annotation {
        let about = remark(format!("governs: {}", quote(self.text, &[found.scope])));
        let body = vec![about, tag("hedge"), tag(found.kind.name())];
        self.annotation(id, "classifying", body, &[found.span])
    }

    fn claim(&self, found: &Claim, id: &str) -> Annotation {
        let credited = found.attribution.and_then(|at| self.report.attributions.get(at));
        let by = credited.and_then(|attribution| self.source_of(attribution));
        let about = by.map(|source| remark(format!("claimed by {}", credit(source))));
        let sourced =
            if found.attribution.is_some() { "with a source" } else { "without a source" };
        let kinds = ["claim", found.statement.name(), found.certainty.name(), sourced];
        let body = about.into_iter().chain(kinds.map(tag)).collect();
        self.annotation(id, "classifying", body, &found.spans)
    }

    fn source_of(&self, attribution: &Attribution) -> Option<&Source> {
        self.report.sources.get(attribution.source?)
    }

    fn annotation(
        &self,
        id: &str,
        motivation: &'static str,
        body: Vec<Body>,
        spans: &[Span],
    ) -> Annotation {
        let target = spans.iter().map(|span| self.target(*span)).collect();
        Annotation { id: self.name(id), r#type: "Annotation", motivation, body, target }
    }

    /// The place that a span marks, by position and by its words.
    fn target(&self, span: Span) -> Target {
        let (start, end) = self.offsets.span(span);
        Target {
            r#type: "SpecificResource",
            source: self.source.clone(),
            selector: (
                Position { r#type: "TextPositionSelector", start, end },
                Quote {
                    r#type: "TextQuoteSelector",
                    exact: span.of(self.text).to_owned(),
                    prefix: before(Span::new(0, span.start).of(self.text)).to_owned(),
                    suffix: after(Span::new(span.end, self.text.len()).of(self.text)).to_owned(),
                },
            ),
        }
    }
}

/// The last letters of a text, at most [`CONTEXT`].
fn before(text: &str) -> &str {
    let mut units = 0;
    let letters = text.char_indices().rev();
    let kept = letters.take_while(|(_, letter)| {
        units += letter.len_utf16();
        units <= CONTEXT
    });
    text.get(kept.last().map_or(text.len(), |(at, _)| at)..).unwrap_or_default()
}

/// The first letters of a text, [`CONTEXT`] or one more where the last takes two units.
fn after(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        let full = units >= CONTEXT;
        units += letter.len_utf16();
        full
    });
    text.get(..end.map_or(text.len(), |(at, _)| at)).unwrap_or_default()
}

fn tag(value: &str) -> Body {
    Body::Words { r#type: "TextualBody", value: value.to_owned(), purpose: "tagging" }
}

fn remark(value: String) -> Body {
    Body::Words { r#type: "TextualBody", value, purpose: "describing" }
}

fn credit(source: &Source) -> String {
    match source.description.as_str() {
        "" => source.name.clone(),
        description => format!("{} ({description})", source.name),
    }
}
