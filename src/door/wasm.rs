//! Owns the browser's door to the core: converts and calls, nothing else.

use js_sys::Object;
use serde::Deserialize;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::{
    Block, BlockKind, HedgeKind, Offsets, Options, OwnEntry, SignalKind, Span, Unit,
    annotate as run,
    door::{convert, dom, schema::Report},
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "
/** The DOM ranges of a report, in lists that follow the report's own. */
export interface Ranges {
    sentences: Range[];
    sources: Range[][];
    attributions: { sources: Range[]; cue: Range; contents: Range[] }[];
    hedges: Range[];
    claims: Range[][];
}

/** An element of a page, annotated. */
export interface AnnotatedElement { text: string; report: Report; ranges: Ranges }

/** The words of an element of a page, its blocks, and where they stand in it. */
export interface ReadElement {
    text: string;
    blocks: Block[];
    nodes: Text[];
    /** Four numbers for each run of a node that stands in the text: where in the text, which node, where in it, how long. */
    places: Uint32Array;
}
";

/// What a page can choose; whatever it leaves out is as in [`Options::default`].
#[derive(Default, Deserialize, Tsify)]
#[serde(default, rename_all = "camelCase")]
pub struct AnnotateOptions {
    /// Blocks read from a page's structure, in UTF-16 offsets.
    #[tsify(optional)]
    blocks: Vec<KnownBlock>,
    /// How many characters are read.
    #[tsify(optional)]
    max_chars: Option<usize>,
    /// The kinds of hedges to mark.
    #[tsify(optional)]
    hedges: Option<Vec<String>>,
    /// Words of the user's own.
    #[tsify(optional)]
    lexicon: Vec<Own>,
    /// The kinds of further signals to mark; none unless asked for.
    #[tsify(optional)]
    signals: Vec<String>,
}

/// An entry of a user's lexicon; words of kind `none` are never a hedge.
#[derive(Deserialize, Tsify)]
struct Own {
    words: String,
    kind: String,
    lexicon: String,
}

#[derive(Deserialize, Tsify)]
struct KnownBlock {
    start: usize,
    end: usize,
    kind: String,
}

#[wasm_bindgen(start)]
fn start() {
    #[cfg(feature = "panic-hook")]
    console_error_panic_hook::set_once();
}

/// Annotates plain text; offsets are UTF-16.
///
/// # Errors
///
/// Names the option that is wrong.
#[wasm_bindgen]
pub fn annotate(text: &str, options: Option<Ts<AnnotateOptions>>) -> Result<Ts<Report>, JsError> {
    let offsets = Offsets::new(text, Unit::Utf16);
    let options = AnnotateOptions::read(options, &offsets)?;
    Ok(convert::report(&run(text, &options), &offsets).into_ts()?)
}

/// Annotates an element of a page, whose DOM stays as it is.
///
/// # Errors
///
/// Names the option that is wrong, or says what the DOM refused.
#[wasm_bindgen(js_name = annotateElement, unchecked_return_type = "AnnotatedElement")]
pub fn annotate_element(
    element: &Element,
    options: Option<Ts<AnnotateOptions>>,
) -> Result<Object, JsValue> {
    let article = dom::read(element);
    let offsets = Offsets::new(&article.text, Unit::Utf16);
    let mut options = AnnotateOptions::read(options, &offsets)?;
    options.blocks.clone_from(&article.blocks);
    let report = convert::report(&run(&article.text, &options), &offsets);
    let ranges = dom::ranges(&article, &report)?;
    let report = report.into_ts().map_err(JsError::from)?;
    dom::object(&[
        ("text", article.text.as_str().into()),
        ("report", report.into()),
        ("ranges", ranges.into()),
    ])
}

/// Reads an element of a page without annotating it; offsets are UTF-16.
///
/// # Errors
///
/// What the DOM refused.
#[wasm_bindgen(js_name = readElement, unchecked_return_type = "ReadElement")]
pub fn read_element(element: &Element) -> Result<Object, JsValue> {
    ElementWalk::new(element).end()
}

/// The same in steps, for an article that would hold up its page.
#[wasm_bindgen]
pub struct ElementWalk(dom::Walk);

#[wasm_bindgen]
impl ElementWalk {
    /// Stands before the first node.
    #[wasm_bindgen(constructor)]
    pub fn new(element: &Element) -> Self {
        Self(dom::Walk::new(element))
    }

    /// Goes on by so many nodes; says whether more are left.
    #[wasm_bindgen(js_name = goOn)]
    pub fn go_on(&mut self, nodes: usize) -> bool {
        self.0.go_on(nodes)
    }

    /// Goes on to the end, which frees the walk, and gives what was read.
    ///
    /// # Errors
    ///
    /// What the DOM refused.
    #[wasm_bindgen(unchecked_return_type = "ReadElement")]
    pub fn end(self) -> Result<Object, JsValue> {
        let article = self.0.end();
        let offsets = Offsets::new(&article.text, Unit::Utf16);
        let blocks = js_sys::Array::new();
        for block in &article.blocks {
            let block = convert::block(&offsets, block).into_ts().map_err(JsError::from)?;
            blocks.push(&block.into());
        }
        let (nodes, places) = article.places();
        dom::object(&[
            ("text", article.text.as_str().into()),
            ("blocks", blocks.into()),
            ("nodes", nodes.into()),
            ("places", places.into()),
        ])
    }
}

impl AnnotateOptions {
    fn read(given: Option<Ts<Self>>, offsets: &Offsets) -> Result<Options, JsError> {
        let given = given.map(|given| given.to_rust()).transpose()?.unwrap_or_default();
        let mut options = Options::default();
        let blocks = given.blocks.into_iter().map(|block| block.read(offsets));
        options.blocks = blocks.collect::<Result<_, _>>()?;
        options.max_chars = given.max_chars.unwrap_or(options.max_chars);
        if let Some(names) = given.hedges {
            options.hedges = names.iter().map(|name| hedge(name)).collect::<Result<_, _>>()?;
        }
        let lexicon = given.lexicon.into_iter().map(Own::read);
        options.lexicon = lexicon.collect::<Result<_, _>>()?;
        let signals = given.signals.iter().map(|name| signal(name));
        options.signals = signals.collect::<Result<_, _>>()?;
        Ok(options)
    }
}

impl Own {
    fn read(self) -> Result<OwnEntry, JsError> {
        let kind = if self.kind == "none" { None } else { Some(hedge(&self.kind)?) };
        OwnEntry::new(&self.words, kind, &self.lexicon)
            .map_err(|error| JsError::new(&format!("{error}: {:?}", self.words)))
    }
}

impl KnownBlock {
    fn read(self, offsets: &Offsets) -> Result<Block, JsError> {
        let kind = BlockKind::from_name(&self.kind)
            .ok_or_else(|| JsError::new(&format!("there is no kind of block {:?}", self.kind)))?;
        Ok(Block { span: Span::new(offsets.byte(self.start), offsets.byte(self.end)), kind })
    }
}

fn signal(name: &str) -> Result<SignalKind, JsError> {
    SignalKind::from_name(name)
        .ok_or_else(|| JsError::new(&format!("there is no kind of signal {name:?}")))
}

fn hedge(name: &str) -> Result<HedgeKind, JsError> {
    HedgeKind::from_name(name)
        .ok_or_else(|| JsError::new(&format!("there is no kind of hedge {name:?}")))
}
