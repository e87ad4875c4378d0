//! Criterion over the whole annotation and over sentences alone, from 1 KB to 10 MB; UAX #29 beside them.

use std::{hint::black_box, time::Duration};

use benches::{endless, text};
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput, measurement::WallTime};
use saidso::{Options, annotate, sentences, uax29_sentences};

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

/// Long texts are few and one after the other: criterion's default would take an hour over them.
fn fit(group: &mut BenchmarkGroup<'_, WallTime>, bytes: usize) {
    group.throughput(Throughput::BytesDecimal(bytes as u64));
    group.sample_size(if bytes >= 1_000_000 { 10 } else { 50 });
    group.warm_up_time(Duration::from_millis(500));
    group.measurement_time(Duration::from_secs(3));
}
