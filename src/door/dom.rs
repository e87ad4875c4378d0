//! Owns the way from an element of a page to text and back: reads its words and blocks by a walk,
//! and maps spans of the report to DOM ranges. Never changes the page.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Node, Range, Text};

use crate::{
    Block, BlockKind,
    door::schema::{self, Report},
    text::span::Span,
};

/// What a tree walker shows, as the DOM standard numbers it (`NodeFilter.SHOW_…`).
const SHOW_ELEMENT: u32 = 1;
const SHOW_TEXT: u32 = 4;

/// What stands in the text between two blocks; it belongs to no node.
const BETWEEN: &str = "\n\n";

/// The text of an element, its blocks, and where each text node begins.
pub struct Article {
    /// The words of all text nodes that a reader sees.
    pub text: String,
    /// The blocks by the element's structure, in bytes.
    pub blocks: Vec<Block>,
    document: Document,
    /// Text nodes with the UTF-16 offset of their first unit.
    nodes: Vec<(u32, Text)>,
    length: u32,
}

/// Reads `root`.
///
/// # Errors
///
/// What the DOM refused.
pub fn read(root: &Element) -> Result<Article, JsValue> {
    let document =
        root.owner_document().ok_or_else(|| JsError::new("the element has no document"))?;
    let mut article =
        Article { text: String::new(), blocks: Vec::new(), document, nodes: Vec::new(), length: 0 };
    let walker =
        article.document.create_tree_walker_with_what_to_show(root, SHOW_ELEMENT | SHOW_TEXT)?;
    let mut place = Place::default();
    while let Some(node) = walker.next_node()? {
        match node.dyn_into::<Text>() {
            Ok(text) => article.push_node(text, root, &mut place),
            Err(node) if node.node_name() == "BR" => article.push("\n"),
            Err(_) => {}
        }
    }
    article.end_block();
    Ok(article)
}

/// The block that the walk is in, and the parent it was found for.
#[derive(Default)]
struct Place {
    parent: Option<Node>,
    block: Option<Element>,
    kind: Option<BlockKind>,
}

impl Article {
    fn push_node(&mut self, node: Text, root: &Element, place: &mut Place) {
        let data = node.data();
        let parent = node.parent_node();
        if parent != place.parent {
            let found = climb(&node, root);
            let same = found.kind.is_some() && found.block == place.block;
            // White space between two blocks belongs to neither.
            if !same && data.trim().is_empty() {
                return;
            }
            if !same && let Some(kind) = found.kind {
                self.begin_block(kind);
            }
            *place = Place { parent, ..found };
        }
        if place.kind.is_some() {
            self.nodes.push((self.length, node));
            self.push(&data);
        }
    }

    fn push(&mut self, words: &str) {
        self.text.push_str(words);
        self.length += words.encode_utf16().count() as u32;
    }

    fn begin_block(&mut self, kind: BlockKind) {
        if !self.text.is_empty() {
            self.end_block();
            self.push(BETWEEN);
        }
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
        let range = self.document.create_range()?;
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
        let at = self.nodes.partition_point(|(start, _)| *start <= offset).checked_sub(1)?;
        let (start, node) = self.nodes.get(at)?;
        Some((node, (offset - start).min(node.length())))
    }
}

/// The block around a text node and its kind; no kind where a reader does not see the node.
fn climb(node: &Text, root: &Element) -> Place {
    let mut place = Place { kind: Some(BlockKind::Paragraph), ..Place::default() };
    let mut above = node.parent_element();
    while let Some(element) = above {
        let name = element.tag_name();
        if is_unread(&name, &element) {
            return Place::default();
        }
        let at_root = element.is_same_node(Some(root));
        if place.kind == Some(BlockKind::Paragraph) {
            place.kind = Some(kind(&name));
        }
        if place.block.is_none() && (at_root || is_block(&name)) {
            place.block = Some(element.clone());
        }
        if at_root {
            break;
        }
        above = element.parent_element();
    }
    place
}

fn is_unread(name: &str, element: &Element) -> bool {
    matches!(
        name.to_ascii_uppercase().as_str(),
        "SCRIPT"
            | "STYLE"
            | "NOSCRIPT"
            | "TEMPLATE"
            | "TEXTAREA"
            | "SELECT"
            | "BUTTON"
            | "SVG"
            | "MATH"
            | "CANVAS"
            | "AUDIO"
            | "VIDEO"
            | "OBJECT"
            | "IFRAME"
            | "NAV"
            | "DIALOG"
    ) || element.has_attribute("hidden")
        || element.get_attribute("aria-hidden").as_deref() == Some("true")
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "P" | "DIV"
            | "H1"
            | "H2"
            | "H3"
            | "H4"
            | "H5"
            | "H6"
            | "LI"
            | "UL"
            | "OL"
            | "DL"
            | "DT"
            | "DD"
            | "BLOCKQUOTE"
            | "FIGURE"
            | "FIGCAPTION"
            | "ARTICLE"
            | "SECTION"
            | "HEADER"
            | "FOOTER"
            | "MAIN"
            | "ASIDE"
            | "PRE"
            | "TABLE"
            | "CAPTION"
            | "TR"
            | "TD"
            | "TH"
            | "ADDRESS"
            | "DETAILS"
            | "SUMMARY"
            | "FORM"
            | "FIELDSET"
            | "HGROUP"
            | "BODY"
    )
}

fn kind(name: &str) -> BlockKind {
    match name {
        "H1" | "H2" | "H3" | "H4" | "H5" | "H6" => BlockKind::Heading,
        "LI" | "DT" | "DD" => BlockKind::ListItem,
        "BLOCKQUOTE" => BlockKind::Blockquote,
        "FIGCAPTION" | "CAPTION" => BlockKind::Caption,
        _ => BlockKind::Paragraph,
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
