//! Owns the teacher's scores as they are kept in `train/labels`, so that the net is learnt again without the teacher.
//!
//! Of each word is kept how far each label lies below the best one, in whole nats up to six: on folds the net learns as
//! well from these as from all digits (79.2 for 79.4). No word of any text is in the file.
//!
//! Layout: the transitions as `.scores` has them; the count of distinct rows of 11 numbers, and these, the commonest first;
//! then for each text the count of its words, and of each word the number of its row. Counts and numbers are LEB128.

use std::{collections::HashMap, error::Error, fs, io, path::PathBuf};

use saidso::training::{LABELS, TRANSITIONS};

use crate::{
    crf::Chain,
    teacher::{NEWS, PLACE, UNIT},
};

/// The scores of each word of each text.
pub type Scores = Vec<Vec<[f32; LABELS]>>;

/// How many numbers of 16 bits the transitions are.
const TABLE: usize = (LABELS + 1) * LABELS;

/// Farther below the best than this a label is not told apart.
const DEEPEST: f32 = 6.0;

type Row = [u8; LABELS];

fn path(name: &str) -> PathBuf {
    PathBuf::from(format!("train/labels/teacher-{name}.bin"))
}

/// Keeps what a teacher has scored.
pub fn keep(_args: Vec<String>) -> Result<(), Box<dyn Error>> {
    for name in NEWS {
        let scored = PathBuf::from(PLACE).join(name).with_extension("scores");
        let scored = fs::read(&scored).map_err(|error| {
            format!("{}: {error}; train/teacher/README.md says how to make it", scored.display())
        })?;
        fs::write(path(name), packed(&scored)?)?;
    }
    Ok(())
}

fn packed(scored: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let (table, rest) = scored.split_at_checked(2 * TABLE).ok_or("no transitions")?;
    let mut numbers = rest.as_chunks().0.iter().map(|bytes| i16::from_le_bytes(*bytes));
    let mut texts: Vec<Vec<Row>> = Vec::new();
    while let Some((low, high)) = numbers.next().zip(numbers.next()) {
        // The count of words is stored in two numbers, neither of them negative.
        let count = low as usize + high as usize * 32768;
        let flat: Vec<f32> =
            numbers.by_ref().take(count * LABELS).map(|score| f32::from(score) / UNIT).collect();
        texts.push(flat.as_chunks().0.iter().map(row).collect());
    }
    let mut counts: HashMap<Row, usize> = HashMap::new();
    texts.iter().flatten().for_each(|row| *counts.entry(*row).or_default() += 1);
    let mut rows: Vec<(Row, usize)> = counts.into_iter().collect();
    rows.sort_by(|(a, n), (b, m)| m.cmp(n).then(a.cmp(b)));
    let number: HashMap<Row, usize> = rows.iter().map(|(row, _)| *row).zip(0..).collect();
    let mut file = table.to_vec();
    write(&mut file, rows.len());
    rows.iter().for_each(|(row, _)| file.extend(row));
    for text in texts {
        write(&mut file, text.len());
        text.iter().for_each(|row| write(&mut file, number[row]));
    }
    Ok(file)
}

/// How far the scores lie below their best.
fn row(scores: &[f32; LABELS]) -> Row {
    let best = scores.iter().copied().fold(f32::MIN, f32::max);
    scores.map(|score| (best - score).round_ties_even().min(DEEPEST) as u8)
}

/// The transitions of the teacher's labels, and its scores for each text of a file.
pub fn scores(name: &str) -> Result<(Chain, Scores), Box<dyn Error>> {
    let path = path(name);
    let file = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let (table, mut rest) = file.split_at_checked(2 * TABLE).ok_or("no transitions")?;
    let table =
        table.as_chunks().0.iter().map(|bytes| f32::from(i16::from_le_bytes(*bytes)) / UNIT);
    let chain = Chain::new(&table.collect::<Vec<f32>>().repeat(TRANSITIONS));
    let count = read(&mut rest)?;
    let (rows, mut rest) = rest.split_at_checked(count * LABELS).ok_or("too few rows")?;
    let rows = rows.as_chunks::<LABELS>().0;
    let mut texts = Vec::new();
    while !rest.is_empty() {
        let words = read(&mut rest)?;
        let mut text = Vec::with_capacity(words);
        for _ in 0..words {
            let row = rows.get(read(&mut rest)?).ok_or("a word without a row")?;
            text.push(row.map(|below| -f32::from(below)));
        }
        texts.push(text);
    }
    Ok((chain, texts))
}

/// Appends a number: seven bits a byte, the lowest first, all but the last with their highest bit set.
fn write(file: &mut Vec<u8>, mut number: usize) {
    while number > 0x7F {
        file.push(number as u8 | 0x80);
        number >>= 7;
    }
    file.push(number as u8);
}

fn read(file: &mut &[u8]) -> io::Result<usize> {
    let mut number = 0;
    for shift in (0..usize::BITS).step_by(7) {
        let (byte, rest) = file.split_first().ok_or(io::ErrorKind::UnexpectedEof)?;
        *file = rest;
        number |= usize::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    Err(io::ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for number in [0, 1, 127, 128, 300, 16_384, 2_000_000] {
            let mut file = Vec::new();
            write(&mut file, number);
            assert_eq!(read(&mut &file[..]).ok(), Some(number));
        }
        assert!(read(&mut &[0x80][..]).is_err());
    }

    #[test]
    fn a_label_is_kept_as_far_below_the_best_as_six() {
        let mut scores = [0.0; LABELS];
        (scores[0], scores[1], scores[2]) = (3.0, 2.6, -40.0);
        let kept = row(&scores);
        assert_eq!(kept[..4], [0, 0, 6, 3]);
    }
}
