//! Rows of a text file: cells apart by tabs, commas or semicolons.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom},
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{CoderResult, Decoder, Encoding, GB18030, UTF_8};

use crate::{Each, Limits, RosterError, Row};

/// So much is read at once.
const AT_ONCE: usize = 64 * 1024;

pub(crate) fn read(mut file: File, limits: &Limits, row: Each<'_>) -> Result<(), RosterError> {
    let encoding = encoding_of(&mut file)?;
    file.seek(SeekFrom::Start(0))?;
    let end_of_row = Arc::new(AtomicU64::new(0));
    let decoded = Decoded::new(file, encoding);
    let mut bounded = BufReader::new(Bounded {
        inner: decoded,
        n_read: 0,
        end_of_row: Arc::clone(&end_of_row),
        most: limits.row_bytes(),
    });
    let delimiter = delimiter(&first_line(&mut bounded)?);
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(bounded);
    let mut cells = StringRecord::new();
    loop {
        let line = reader.position().line();
        let more = reader.read_record(&mut cells).map_err(|cause| told(cause, line))?;
        if !more {
            return Ok(());
        }
        end_of_row.store(reader.position().byte(), Ordering::Relaxed);
        let line = begun_in(line, reader.position().line(), &cells);
        check(&cells, line, limits)?;
        let this = Row { line, unreckoned: Vec::new(), cells: std::mem::take(&mut cells) };
        if !this.is_empty() && row(this)? == ControlFlow::Break(()) {
            return Ok(());
        }
    }
}

/// The line in which a row begins: empty ones may stand before it, and its cells may go over several.
fn begun_in(earliest: u64, next: u64, cells: &StringRecord) -> u64 {
    let n_within = cells.as_slice().matches('\n').count() as u64;
    next.saturating_sub(1 + n_within).max(earliest)
}

/// By what the cells of a line are apart: tabs where there are any, else commas or semicolons, whichever are more.
pub fn delimiter(line: &str) -> u8 {
    let count = |sign: char| line.matches(sign).count();
    match (count('\t'), count(',') < count(';')) {
        (1.., _) => b'\t',
        (0, true) => b';',
        (0, false) => b',',
    }
}

/// What of the first line is in the buffer; it stays there.
fn first_line(reader: &mut impl BufRead) -> Result<String, RosterError> {
    let buffered = reader.fill_buf()?;
    let lines = buffered.split(|it| *it == b'\n').filter(|it| !it.trim_ascii().is_empty());
    Ok(String::from_utf8_lossy(lines.into_iter().next().unwrap_or_default()).into_owned())
}

fn check(cells: &StringRecord, line: u64, limits: &Limits) -> Result<(), RosterError> {
    if limits.columns < cells.len() {
        return Err(RosterError::TooWide { line, most: limits.columns });
    }
    if cells.as_slice().contains('\0') {
        return Err(RosterError::NotText { line });
    }
    match cells.iter().position(|it| limits.cell_bytes < it.len()) {
        Some(at) => Err(RosterError::TooLong { line, column: at + 1, most: limits.cell_bytes }),
        None => Ok(()),
    }
}

fn told(cause: csv::Error, line: u64) -> RosterError {
    match cause.into_kind() {
        csv::ErrorKind::Io(cause) if cause.kind() == io::ErrorKind::FileTooLarge => {
            RosterError::Endless { line }
        }
        csv::ErrorKind::Io(cause) => RosterError::Unreadable(cause),
        _ => RosterError::NotText { line },
    }
}

/// By its mark at the beginning; without one it is UTF-8 where all of it is, and else GB18030, as Chinese spreadsheets save it.
fn encoding_of(file: &mut File) -> Result<&'static Encoding, RosterError> {
    file.seek(SeekFrom::Start(0))?;
    let mut first = Vec::new();
    file.by_ref().take(3).read_to_end(&mut first)?;
    if let Some((encoding, _)) = Encoding::for_bom(&first) {
        return Ok(encoding);
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(if is_utf_8(file)? { UTF_8 } else { GB18030 })
}

fn is_utf_8(file: &mut File) -> io::Result<bool> {
    let mut decoder = UTF_8.new_decoder_without_bom_handling();
    let (mut bytes, mut text) = (vec![0; AT_ONCE], String::with_capacity(AT_ONCE * 3 + 16));
    loop {
        let n_read = file.read(&mut bytes)?;
        text.clear();
        let (_, _, is_damaged) = decoder.decode_to_string(&bytes[..n_read], &mut text, n_read == 0);
        if is_damaged || n_read == 0 {
            return Ok(!is_damaged);
        }
    }
}

/// A file as UTF-8; what cannot be read in its encoding becomes `U+FFFD`.
struct Decoded {
    file: File,
    decoder: Decoder,
    raw: Vec<u8>,
    text: String,
    n_given: usize,
    is_over: bool,
}

impl Decoded {
    fn new(file: File, encoding: &'static Encoding) -> Decoded {
        let decoder = encoding.new_decoder_with_bom_removal();
        // No encoding takes more than three bytes of UTF-8 for one of its own.
        let text = String::with_capacity(AT_ONCE * 3 + 16);
        Decoded { file, decoder, raw: vec![0; AT_ONCE], text, n_given: 0, is_over: false }
    }

    fn fill(&mut self) -> io::Result<()> {
        let n_read = self.file.read(&mut self.raw)?;
        self.is_over = n_read == 0;
        self.text.clear();
        self.n_given = 0;
        let (result, _, _) = self.decoder.decode_to_string(&self.raw[..n_read], &mut self.text, self.is_over);
        debug_assert_eq!(result, CoderResult::InputEmpty, "there is room for all");
        if self.is_over {
            // The last line ends as the others do.
            self.text.push('\n');
        }
        Ok(())
    }
}

impl Read for Decoded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.n_given == self.text.len() && !self.is_over {
            self.fill()?;
        }
        let left = &self.text.as_bytes()[self.n_given..];
        let n_given = left.len().min(into.len());
        into[..n_given].copy_from_slice(&left[..n_given]);
        self.n_given += n_given;
        Ok(n_given)
    }
}

/// Gives no more than so many bytes beyond the end of the last row.
struct Bounded<R> {
    inner: R,
    n_read: u64,
    end_of_row: Arc<AtomicU64>,
    most: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.end_of_row.load(Ordering::Relaxed) + self.most < self.n_read {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let n_read = self.inner.read(into)?;
        self.n_read += n_read as u64;
        Ok(n_read)
    }
}
