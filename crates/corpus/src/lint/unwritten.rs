//! What a skeleton left to be written.

use policy::Text;

use crate::{
    Files,
    remark::{Place, Remarks},
    skeleton::MARKS,
};

/// Each line that still has the mark of a skeleton; what is only a comment is left alone.
pub(super) fn check(remarks: &mut Remarks<'_>, files: &Files) {
    for (file, text) in files.iter() {
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let comment = file.ends_with(".toml") && line.starts_with('#');
            let mark = MARKS.iter().filter_map(|it| Some((line.find(it)?, it.len()))).min();
            if let Some((at, length)) = mark.filter(|_| !comment) {
                let span = start + at..start + at + length;
                remarks.warn(&Place { file, span }, "unwritten", "this is still to be written");
                remarks.hint(Text::new("写好以后把这个记号去掉", "write it and take the mark away"));
            }
            start += line.len();
        }
    }
}
