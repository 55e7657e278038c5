//! What one takes away and what one still has to do: saved files are read back, and a tick is kept.

use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Command};

use calamine::{Data, Reader, Xlsx};
use icalendar::{Calendar, Component};
use journeys::{Key, Start, Window, violations};
use serde_json::json;
use tempfile::TempDir;

use crate::all_answered;

const GRANT: &str = "首次创业一次性补贴";

/// Somebody with something to apply for, at the results.
async fn at_results() -> (Window, TempDir) {
    let (window, _person, data) = all_answered().await;
    window.press("see-results").await;
    window.see("take-away").await;
    (window, data)
}

/// What a PDF says, a page after the other, without the spaces between characters of two kinds.
fn pages(pdf: &Path) -> Vec<String> {
    let said = Command::new("pdftotext").arg(pdf).arg("-").output();
    let said = String::from_utf8(said.expect("pdftotext runs: `cargo xtask setup` installs it").stdout);
    let said = said.expect("pdftotext writes UTF-8");
    said.split_terminator('\u{c}').map(|it| it.split_whitespace().collect()).collect()
}

#[tokio::test]
async fn the_sheet_is_saved_from_the_window_and_its_chinese_can_be_read_back() {
    let (window, data) = at_results().await;
    window.press("take-away").await;
    window.fill("take-name", "上海芯旅光学有限公司").await;
    window.press("take-sheet").await;
    window.wait_text("taken-name-sheet", "政策告知单-2026-11-23.pdf").await;
    window.wait_text("taken-folder-sheet", &data.path().display().to_string()).await;
    let pages = pages(&data.path().join("政策告知单-2026-11-23.pdf"));
    assert!((1..=3).contains(&pages.len()), "{} pages", pages.len());
    for words in ["政策一次性告知单", "上海芯旅光学有限公司", GRANT, "8,000", "确定的", "2026年11月23日"]
    {
        assert!(pages[0].contains(words), "{words} in {}", pages[0]);
    }
    let all = pages.concat();
    for words in ["材料清单", "还不知道的", "依据的文件", "经办人签字"] {
        assert!(all.contains(words), "{words} in {all}");
    }

    // Nothing is written over, and with everything in full it is longer.
    window.press("take-all").await;
    window.press("take-sheet").await;
    window.wait_text("taken-name-sheet", "(2)").await;
    let in_full = self::pages(&data.path().join("政策告知单-2026-11-23 (2).pdf"));
    assert!(pages.len() < in_full.len());
    assert!(in_full.concat().contains("目前不符合"));
    window.close().await;
}

#[tokio::test]
async fn the_days_and_the_list_are_saved_and_other_programs_read_them() {
    let (window, data) = at_results().await;
    window.press("take-away").await;
    window.press("take-calendar").await;
    window.see("taken-calendar").await;
    let days = fs::read_to_string(data.path().join("政策日程-2026-11-23.ics")).expect("it was saved");
    let days: Calendar = days.parse().expect("it is a calendar");
    let summaries: Vec<&str> = days.events().filter_map(|it| it.get_summary()).collect();
    assert!(summaries.iter().any(|it| it.contains(GRANT)), "{summaries:?}");

    window.press("take-list").await;
    window.see("taken-list").await;
    let list = data.path().join("政策清单-2026-11-23.xlsx");
    let mut list: Xlsx<_> = calamine::open_workbook(list).expect("it is a spreadsheet");
    assert_eq!(list.sheet_names(), ["政策", "材料", "日程", "出处", "说明"]);
    let policies = list.worksheet_range("政策").expect("it has policies");
    let is_grant = |it: &Data| *it == Data::String(GRANT.to_owned());
    assert!(policies.rows().any(|row| row.get(2).is_some_and(is_grant)), "{policies:?}");
    assert_eq!(violations(&window).await, [""; 0]);
    window.close().await;
}

#[tokio::test]
async fn in_english_everything_one_takes_away_is_in_english() {
    let (window, _person, data) = all_answered().await;
    window.press("lang-switch").await;
    window.press("see-results").await;
    window.press("take-away").await;
    window.press("take-sheet").await;
    window.wait_text("taken-name-sheet", "support-sheet-2026-11-23.pdf").await;
    let pages = pages(&data.path().join("support-sheet-2026-11-23.pdf"));
    assert!((1..=3).contains(&pages.len()), "{} pages", pages.len());
    assert!(pages[0].contains("Supportforyourenterprise"), "{}", pages[0]);
    assert!(pages[0].contains("Opentoyounow"), "{}", pages[0]);
    window.close().await;
}

#[tokio::test]
async fn a_folder_that_may_not_be_written_is_told_and_tried_again() {
    let (data, away) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    let start = Start { save: Some(away.path()), powerless: true, ..Start::new(data.path()) };
    let window = Window::open(&start).await;
    for (fact, said) in [("registered", json!(true)), ("registered_district", json!("yangpu"))] {
        window.invoke("answer", &json!({ "fact": fact, "said": said })).await;
    }
    window.press("begin").await;
    window.press("see-results").await;
    let modes = |mode| fs::set_permissions(away.path(), fs::Permissions::from_mode(mode));
    modes(0o500).expect("it is ours");
    window.press("take-away").await;
    window.press("take-sheet").await;
    window.wait_text("failure", "不能写入").await;
    assert_eq!(window.text("failure-place").await, away.path().display().to_string());
    modes(0o700).expect("it is ours");
    window.press("take-sheet").await;
    window.see("taken-sheet").await;
    window.wait_gone("failure").await;
    window.close().await;
}

#[tokio::test]
async fn papers_are_told_once_for_what_is_chosen_and_a_tick_is_kept() {
    let (window, data) = at_results().await;
    window.press("to-to-do").await;
    let before = window.command("to_do").await;
    assert_eq!(before["any_chosen"], json!(false));
    assert!(before["supports"].as_array().is_some_and(|it| it.iter().all(|it| it["meant"] == json!(true))));

    window.press("choose-first-time-founder-grant").await;
    window.wait_text("to-do-meant", "只列出勾选的").await;
    window.press("to-do-paper-social-security-card").await;
    window.wait_text("to-do-count", "已备好 1 份").await;
    let after = window.command("to_do").await;
    assert!(after["papers"].as_u64() < before["papers"].as_u64(), "{after}");
    // The sheet goes by the same choice.
    window.press("take-away").await;
    window.press("take-sheet").await;
    window.see("taken-sheet").await;
    let sheet = pages(&data.path().join("政策告知单-2026-11-23.pdf")).concat();
    assert!(sheet.contains("只列您选了要申请的几项的材料"), "{sheet}");
    window.key(Key::Escape).await;
    window.wait_gone("take-away-layer").await;
    // On the page of the support itself it is ticked too.
    window.press_in("support-first-time-founder-grant", "button").await;
    window.see("result").await;
    let ticked = "return document.querySelector('[data-testid=paper-social-security-card]').checked";
    assert_eq!(window.ask(ticked).await, json!(true));
    window.close().await;

    let again = Window::open(&Start::new(data.path())).await;
    again.press("continue-check").await;
    again.press("to-to-do").await;
    again.wait_text("to-do-count", "已备好 1 份").await;
    assert_eq!(again.command("to_do").await, after);
    again.close().await;
}
