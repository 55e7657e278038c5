//! What is not in a file that one takes away, or not as it was typed.

use std::collections::BTreeSet;

use policy::Text;

use super::text;

/// Characters that could not be printed; nothing where all could.
pub fn lacking(characters: &BTreeSet<char>) -> Option<Text> {
    let all: String = characters.iter().collect();
    (!all.is_empty()).then(|| {
        text(
            format!("这些字没有字体可以印，印成了〓：{all}"),
            format!("There is no font for these characters, 〓 stands for each: {all}"),
        )
    })
}

/// What has no certain day and so is in no calendar, after a line that says so; empty where there is no such thing.
pub fn left_out(days: &[Text]) -> Vec<Text> {
    let head = text("日子还不确定，没有放进日历：", "Not in the calendar, for the day is not certain:");
    let head = (!days.is_empty()).then_some(head);
    head.into_iter().chain(days.iter().cloned()).collect()
}
