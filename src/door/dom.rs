//! Owns the way from an element of a page to text and back: reads its words and blocks by a walk,
//! and maps spans of the report to DOM ranges. Never changes the page.

use js_sys::{Array, Object, Reflect, Uint32Array};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlSlotElement, Node, Range, Text, Window};

use crate::{
    Block, BlockKind,
    door::{
        element,
        schema::{self, Report},
        seen::{self, Look},
    },
    text::span::Span,
};

/// What stands in the text between two blocks; it belongs to no node.
const BETWEEN: &str = "\n\n";

/// The text of an element, its blocks, and where each text node begins.
#[derive(Default)]
pub struct Article {
    /// The words of all text nodes that a reader sees.
    pub text: String,
    /// The blocks by the element's structure, in bytes.
    pub blocks: Vec<Block>,
    nodes: Vec<Text>,
    places: Vec<Place>,
    length: u32,
    /// Whether a block has begun or ended since the last word.
    is_apart: bool,
}

/// A run of a text node that stands in the text as it is, counted in UTF-16.
struct Place {
    start: u32,
    node: u32,
    /// Where in the node it begins.
    from: u32,
    length: u32,
}

/// Reads `root`: what its reader sees, in the order in which it is seen.
pub fn read(root: &Element) -> Article {
    Walk::new(root).end()
}

/// A walk through an element that can be made in steps, so that a page with a long article is not
/// held up.
pub struct Walk {
    levels: Vec<Level>,
    view: Option<Window>,
    /// A page may keep all of itself out of sight until it has loaded.
    is_hidden: bool,
    article: Article,
}

impl Walk {
    /// Stands before the first node of `root`.
    pub fn new(root: &Element) -> Self {
        let view = root.owner_document().and_then(|document| document.default_view());
        let name = root.tag_name().to_ascii_uppercase();
        let look = Look::of(root, &name, view.as_ref());
        let is_hidden = !look.is_visible;
        let levels = vec![Level::new(root, &name, look, BlockKind::Paragraph)];
        Self { levels, view, is_hidden, article: Article { is_apart: true, ..Article::default() } }
    }

    /// Advances by so many steps, each a node or the end of an element; returns whether more are left.
    pub fn go_on(&mut self, steps: usize) -> bool {
        for _ in 0..steps {
            self.step();
        }
        !self.levels.is_empty()
    }

    /// Goes on to the end.
    pub fn end(mut self) -> Article {
        while !self.levels.is_empty() {
            self.step();
        }
        self.article.end_block();
        self.article
    }

    fn step(&mut self) {
        let Some(level) = self.levels.last_mut() else { return };
        match level.rest.next() {
            Some(node) if node.node_type() == Node::ELEMENT_NODE => {
                let element = node.unchecked_ref();
                let below = level.enter(element, self.view.as_ref(), &mut self.article);
                self.levels.extend(below);
            }
            Some(node)
                if matches!(node.node_type(), Node::TEXT_NODE | Node::CDATA_SECTION_NODE) =>
            {
                if self.is_hidden || level.look.is_visible {
                    self.article.push_node(node.unchecked_into(), level.kind);
                }
            }
            Some(_) => {}
            None => {
                self.article.is_apart |= self.levels.pop().is_some_and(|level| level.look.is_block);
            }
        }
    }
}

/// An element that the walk is in.
struct Level {
    rest: Rest,
    kind: BlockKind,
    look: Look,
}

impl Level {
    fn new(element: &Element, name: &str, look: Look, above: BlockKind) -> Self {
        let own = element::kind(name);
        let kind = if own == BlockKind::Paragraph { above } else { own };
        Self { rest: Rest::of(element, name), kind, look }
    }

    /// Goes into a child, if its words are read.
    fn enter(
        &self,
        element: &Element,
        view: Option<&Window>,
        article: &mut Article,
    ) -> Option<Self> {
        let name = element.tag_name().to_ascii_uppercase();
        let mut look = Look::of(element, &name, view);
        if self.look.is_line_of_boxes && element::kind(&name) == BlockKind::Paragraph {
            look.is_block = false;
        }
        article.is_apart |= look.is_block;
        if look.is_unread || seen::is_note_mark(element, &name, &article.text) {
            return None;
        }
        if name == "BR" {
            article.break_line();
            return None;
        }
        Some(Self::new(element, &name, look, self.kind))
    }
}

/// The children that the walk has yet to go to.
enum Rest {
    Siblings(Option<Node>),
    Assigned(Array, u32),
}

impl Rest {
    /// What is shown inside: of a shadow root, and of what stands in its slots.
    fn of(element: &Element, name: &str) -> Self {
        if name == "SLOT" {
            let nodes = element.unchecked_ref::<HtmlSlotElement>().assigned_nodes();
            if nodes.length() > 0 {
                return Self::Assigned(nodes, 0);
            }
        }
        let shadow = element.shadow_root().filter(|shadow| {
            // Our own shows a list of what is marked, which is no part of the article.
            let first = shadow.first_element_child();
            first.is_none_or(|first| first.get_attribute("part").as_deref() != Some("base"))
        });
        Self::Siblings(shadow.map_or_else(|| element.first_child(), |shadow| shadow.first_child()))
    }
}

impl Iterator for Rest {
    type Item = Node;

    fn next(&mut self) -> Option<Node> {
        match self {
            Self::Siblings(next) => {
                let node = next.take()?;
                *next = node.next_sibling();
                Some(node)
            }
            Self::Assigned(nodes, at) if *at < nodes.length() => {
                *at += 1;
                Some(nodes.get(*at - 1).unchecked_into())
            }
            Self::Assigned(..) => None,
        }
    }
}

/// What stands in words without being seen: soft hyphens, and characters of no width that join nothing.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

fn utf16(words: &str) -> u32 {
    words.encode_utf16().count() as u32
}

impl Article {
    fn push_node(&mut self, node: Text, kind: BlockKind) {
        let data = node.data();
        if self.is_apart {
            // White space between two blocks belongs to neither.
            if data.chars().all(|c| c.is_whitespace() || is_unseen(c)) {
                return;
            }
            self.begin_block(kind);
        }
        let number = self.nodes.len() as u32;
        self.nodes.push(node);
        let mut from = 0;
        for run in data.split_inclusive(is_unseen) {
            let words = run.trim_end_matches(is_unseen);
            let length = utf16(words);
            if length > 0 {
                self.places.push(Place { start: self.length, node: number, from, length });
                self.push(words);
            }
            from += utf16(run);
        }
    }

    fn break_line(&mut self) {
        if !self.is_apart {
            self.push("\n");
        }
    }

    fn push(&mut self, words: &str) {
        self.text.push_str(words);
        self.length += utf16(words);
    }

    fn begin_block(&mut self, kind: BlockKind) {
        if !self.text.is_empty() {
            self.end_block();
            self.push(BETWEEN);
        }
        self.is_apart = false;
        let start = self.text.len();
        self.blocks.push(Block { span: Span::new(start, start), kind });
    }

    fn end_block(&mut self) {
        if let Some(block) = self.blocks.last_mut() {
            block.span = Span::new(block.span.start, self.text.len()).trim(&self.text);
        }
        self.blocks.pop_if(|block| block.span.is_empty());
    }

    /// The DOM range of a span in UTF-16 offsets of the text.
    fn range(&self, start: usize, end: usize) -> Result<Range, JsValue> {
        let range = Range::new()?;
        if let Some((node, offset)) = self.place(start) {
            range.set_start(node, offset)?;
        }
        if let Some((node, offset)) = self.place(end.saturating_sub(1)) {
            range.set_end(node, (offset + 1).min(node.length()))?;
        }
        Ok(range)
    }

    fn place(&self, offset: usize) -> Option<(&Text, u32)> {
        let offset = offset as u32;
        let at = self.places.partition_point(|place| place.start <= offset).checked_sub(1)?;
        let Place { start, node, from, length } = self.places.get(at)?;
        Some((self.nodes.get(*node as usize)?, from + (offset - start).min(*length)))
    }

    /// The text nodes, and for each run of one that stands in the text: where in the text, which
    /// node, where in the node, how long.
    pub fn places(&self) -> (Array, Uint32Array) {
        let runs = self.places.iter().flat_map(|p| [p.start, p.node, p.from, p.length]);
        let nodes = self.nodes.iter().collect();
        (nodes, Uint32Array::from(runs.collect::<Vec<_>>().as_slice()))
    }
}

/// The ranges of a report, in lists that follow the report's own.
///
/// # Errors
///
/// What the DOM refused.
pub fn ranges(article: &Article, report: &Report) -> Result<Object, JsValue> {
    let one = |start, end| article.range(start, end).map(JsValue::from);
    let list = |spans: &[schema::Span]| {
        spans.iter().map(|s| one(s.start, s.end)).collect::<Result<Array, _>>().map(JsValue::from)
    };
    let attribution = |a: &schema::Attribution| {
        object(&[
            ("sources", list(&a.sources)?),
            ("cue", one(a.cue.start, a.cue.end)?),
            ("contents", list(&a.contents)?),
        ])
    };
    let sentences = report.sentences.iter().map(|s| one(s.start, s.end));
    let sources = report.sources.iter().map(|s| list(&s.mentions));
    let attributions = report.attributions.iter().map(|a| attribution(a).map(JsValue::from));
    let hedges = report.hedges.iter().map(|h| one(h.start, h.end));
    let claims = report.claims.iter().map(|c| list(&c.spans));
    object(&[
        ("sentences", sentences.collect::<Result<Array, _>>()?.into()),
        ("sources", sources.collect::<Result<Array, _>>()?.into()),
        ("attributions", attributions.collect::<Result<Array, _>>()?.into()),
        ("hedges", hedges.collect::<Result<Array, _>>()?.into()),
        ("claims", claims.collect::<Result<Array, _>>()?.into()),
    ])
}

/// A plain object of some fields.
pub fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &JsValue::from_str(name), value)?;
    }
    Ok(object)
}
