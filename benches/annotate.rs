//! Criterion over the whole annotation and over sentences alone, from 1 KB to 10 MB, with UAX #29
//! beside them; and over hedges and claims alone, for which the rest is done beforehand.

use std::{hint::black_box, time::Duration};

use benches::{endless, text};
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput, measurement::WallTime};
use saidso::{Document, Options, annotate, sentences, training, uax29_sentences};

const SIZES: [(&str, usize); 5] = [
    ("1 KB", 1_000),
    ("5 KB", 5_000),
    ("100 KB", 100_000),
    ("1 MB", 1_000_000),
    ("10 MB", 10_000_000),
];

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut options = Options::default();
    options.max_chars = usize::MAX;
    sizes(&mut criterion, "annotate", text, |text| {
        black_box(annotate(black_box(text), &options));
    });
    sizes(&mut criterion, "sentences", text, |text| {
        black_box(sentences(black_box(text)));
    });
    sizes(&mut criterion, "sentences, one without end", endless, |text| {
        black_box(sentences(black_box(text)));
    });
    sizes(&mut criterion, "unicode-segmentation", text, |text| {
        black_box(uax29_sentences(black_box(text)));
    });
    findings(&mut criterion, &options);
    criterion.final_summary();
}

fn sizes(
    criterion: &mut Criterion,
    name: &str,
    text: fn(usize) -> String,
    mut work: impl FnMut(&str),
) {
    let mut group = criterion.benchmark_group(name);
    for (size, bytes) in SIZES {
        let text = text(bytes);
        fit(&mut group, text.len());
        group.bench_with_input(BenchmarkId::from_parameter(size), &text, |bencher, text| {
            bencher.iter(|| work(text));
        });
    }
    group.finish();
}

fn findings(criterion: &mut Criterion, options: &Options) {
    let text = text(1_000_000);
    let document = Document::new(&text, &[]);
    let mut attributions = training::attributions(&document);
    let sources = training::resolve(&document, &mut attributions);
    let mut group = criterion.benchmark_group("findings");
    fit(&mut group, text.len());
    let hedges = || training::hedges(&document, &attributions, &sources, &options.hedges);
    let claims = |hedges: &[_]| training::claims(&document, &attributions, &sources, hedges);
    let found = hedges();
    group.bench_function("hedges", |bencher| bencher.iter(|| black_box(hedges())));
    group.bench_function("claims", |bencher| bencher.iter(|| black_box(claims(&found))));
    group.bench_function("both", |bencher| bencher.iter(|| black_box(claims(&hedges()))));
    group.finish();
}

/// Long texts are few and one after the other: criterion's default would take an hour over them.
fn fit(group: &mut BenchmarkGroup<'_, WallTime>, bytes: usize) {
    group.throughput(Throughput::BytesDecimal(bytes as u64));
    group.sample_size(if bytes >= 1_000_000 { 10 } else { 50 });
    group.warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(3));
}
