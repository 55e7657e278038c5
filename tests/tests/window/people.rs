//! The people of a firm: entered by keyboard, pasted from a spreadsheet, and each one's standing followed to its clause.

use journeys::{Key, Start, Window, violations};
use serde_json::{Value, json};
use tempfile::TempDir;

const HIRING: &str = "one-off-hiring-subsidy";

/// At the list of people hired, by a firm in Yangpu; nothing else was told.
async fn at_people() -> (Window, TempDir) {
    let data = TempDir::new().expect("the system has a place for temporary files");
    let window = Window::open(&Start::new(data.path())).await;
    for (fact, said) in [
        ("registered", json!(true)),
        ("registered_on", json!("2025-09-01")),
        ("registered_district", json!("yangpu")),
        ("legal_form", json!("company")),
    ] {
        invoke(&window, "answer", &json!({ "fact": fact, "said": said })).await;
    }
    invoke(&window, "ask", &json!({ "subject": { "kind": "list", "list": "hires" } })).await;
    window.press("begin").await;
    window.see("entry-add").await;
    (window, data)
}

async fn invoke(window: &Window, command: &str, args: &Value) -> Value {
    let script = format!(
        "window.__TAURI_INTERNALS__.invoke('{command}', {args}).then(arguments[0], it => arguments[0]({{ failure: it }}))"
    );
    window.ask_later(&script).await
}

/// Tabs until the focus is on a field of the form; nothing but the keyboard is used.
async fn tab_to(window: &Window, field: &str) {
    let here =
        format!("return document.activeElement?.closest('[data-testid]')?.dataset.testid === '{field}'");
    for _ in 0..40 {
        if window.ask(&here).await == json!(true) {
            return;
        }
        window.key(Key::Tab).await;
    }
    panic!("40 tabs do not reach {field}");
}

/// Types into a field reached by Tab.
async fn type_into(window: &Window, field: &str, text: &str) {
    tab_to(window, field).await;
    window.keys(text).await;
}

async fn tick(window: &Window, boxes: &[&str]) {
    for fact in boxes {
        tab_to(window, &format!("box-{fact}")).await;
        window.keys(" ").await;
        let ticked =
            format!("return document.querySelector('[data-testid=\"field-{fact}\"]').dataset.box === 'yes'");
        window.wait(&format!("{fact} to be ticked"), &ticked).await;
    }
}

/// Ctrl and Enter: saved, and on with the next one.
async fn save_and_another(window: &Window) {
    window.keys(&format!("{}{}", char::from(Key::Control), char::from(Key::Enter))).await;
}

#[tokio::test]
async fn three_kinds_of_people_by_keyboard_eight_from_a_spreadsheet_and_one_followed_to_its_clause() {
    let (window, _data) = at_people().await;
    three_by_keyboard(&window).await;
    eight_from_a_spreadsheet(&window).await;

    window.press("continue").await;
    window.see("told-hires").await;
    let row = format!("[data-testid=result-row-{HIRING}] button");
    window.wait("the hiring policy", &format!("return document.querySelector('{row}') !== null")).await;
    window.ask(&format!("document.querySelector('{row}').click(); return true")).await;
    window.see("standings").await;
    // Two graduates of 2026 may count, a contract of eleven months never does.
    assert_ne!(window.attr("standing-e1", "data-outcome").await, "unmet");
    assert_eq!(window.attr("standing-e3", "data-outcome").await, "unmet");
    window.wait_text("standing-e3", "11 个月").await;
    window.wait_text("standing-e4", "小王").await;

    window.press("cite-contract").await;
    window.see("reader").await;
    window.wait("the clause in sight", CLAUSE_IN_SIGHT).await;
    window.close().await;
}

const CLAUSE_IN_SIGHT: &str = "const clause = document.getElementById('clause-contract');
    if (clause === null) return false;
    const { top, bottom } = clause.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight";

/// "Two graduates of 2026, since July, two-year contracts"; a veteran; somebody with a short contract.
async fn three_by_keyboard(window: &Window) {
    window.see("entry-add").await;
    tab_to(window, "entry-add").await;
    window.key(Key::Enter).await;
    window.see("boxes-graduate").await;
    // The number of those alike has the focus.
    window.keys("2").await;
    type_into(window, "field-hired_on", "2026-7").await;
    type_into(window, "field-contract_months", "两年").await;
    window.key(Key::Tab).await;
    window.wait_text("read-hired_on", "2026年7月").await;
    window.wait_text("read-contract_months", "24").await;
    tick(window, &["graduate"]).await;
    window.see("field-left_school_on").await;
    type_into(window, "field-left_school_on", "2026-6").await;
    save_and_another(window).await;
    window.see("entry-e1").await;

    window.wait("an empty form", EMPTY_FORM).await;
    type_into(window, "field-hired_on", "2026.3.1").await;
    type_into(window, "field-contract_months", "36").await;
    tick(window, &["demobilised"]).await;
    save_and_another(window).await;
    window.see("entry-e2").await;

    window.wait("an empty form", EMPTY_FORM).await;
    type_into(window, "field-hired_on", "20260801").await;
    type_into(window, "field-contract_months", "11").await;
    tick(window, &["registered_unemployed"]).await;
    window.key(Key::Enter).await;
    window.see("entry-e3").await;
    window.wait_gone("entry-form").await;
    window.wait_text("entered", "4").await;
    window.wait_text("entry-e1", "2026年7月").await;
}

const EMPTY_FORM: &str = "const form = document.querySelector('[data-testid=entry-form]');
    return form !== null && form.querySelector('[data-testid=boxes-graduate]') !== null
        && form.querySelector('[data-testid=field-hired_on] input').value === ''
        && document.activeElement === form.querySelector('[data-testid=entry-n]')";

async fn eight_from_a_spreadsheet(window: &Window) {
    window.press("paste").await;
    let mut table = "姓名\t身份证号\t入职时间\t合同期限\t应届毕业生\t毕业时间\n".to_owned();
    for name in ["小王", "小李", "小赵", "小钱", "小孙", "小周", "小吴"] {
        table += &format!("{name}\t310110200205120012\t2026/7/1\t两年\t是\t2026年6月\n");
    }
    table += "老张\t310110197005120013\t七月\t无固定期限\t否\t\n";
    let field = "document.querySelector('[data-testid=paste-text]')";
    window.see("paste-text").await;
    // A tab that is typed would leave the field: the text comes in whole, as a paste does.
    let paste = format!(
        "{field}.value = {}; {field}.dispatchEvent(new Event('input', {{ bubbles: true }})); return true",
        json!(table)
    );
    window.ask(&paste).await;
    window.see("paste-row-9").await;
    window.wait_text("paste-counts", "8 行").await;
    assert_eq!(window.attr("paste-row-9", "data-faults").await, "2");
    let read_as =
        "return [0, 1, 2, 3, 4, 5].map(n => document.querySelector(`[data-testid=paste-column-${n}]`).value)";
    assert_eq!(
        window.ask(read_as).await,
        json!([
            "name",
            "ignored",
            "fact hired_on",
            "fact contract_months",
            "fact graduate",
            "fact left_school_on"
        ])
    );
    window.press("paste-put").await;
    window.wait_gone("paste-text").await;
    window.wait_text("entered", "12").await;
    window.wait_text("entry-e11", "老张").await;
    let page = window.ask("return document.body.innerText").await;
    assert!(!page.as_str().unwrap_or_default().contains("3101"), "what was not matched is nowhere");

    // One step back, and forth again.
    invoke(window, "undo", &json!({})).await;
    let sitting = window.command("sitting").await;
    assert_eq!(sitting["question"]["input"]["total"], json!(3));
    invoke(window, "redo", &json!({})).await;
    let sitting = window.command("sitting").await;
    assert_eq!(sitting["question"]["input"]["total"], json!(11));
}

#[tokio::test]
async fn a_box_that_is_not_ticked_says_nothing_until_one_says_none_of_the_others() {
    let (window, _data) = at_people().await;
    window.press("entry-add").await;
    window.see("boxes-graduate").await;
    window.press("box-graduate").await;
    window.see("field-left_school_on").await;
    window.press("entry-save").await;
    window.see("entry-e1").await;
    let said = invoke(&window, "entry_draft", &json!({ "list": "hires", "entry": "e1" })).await;
    assert_eq!(said["said"], json!({ "graduate": true }));

    window.press_in("entry-e1", ".said").await;
    window.see("boxes-graduate").await;
    window.press_in("boxes-graduate", "[data-testid=none-of-the-others]").await;
    window.press("entry-save").await;
    window.wait_gone("entry-form").await;
    let said = invoke(&window, "entry_draft", &json!({ "list": "hires", "entry": "e1" })).await;
    assert_eq!(
        (&said["said"]["graduate"], &said["said"]["registered_unemployed"]),
        (&json!(true), &json!(false))
    );

    // Copied, changed, removed, brought back.
    window.press("copy-e1").await;
    window.see("boxes-graduate").await;
    window.fill("entry-name", "小王").await;
    window.press("entry-save").await;
    window.wait_text("entry-e2", "小王").await;
    window.press("remove-e1").await;
    window.wait_gone("entry-e1").await;
    window.press("undo-remove").await;
    window.see("entry-e1").await;
    window.close().await;
}

#[tokio::test]
async fn a_tool_finds_nothing_against_the_form_and_the_sheet_and_they_fit_at_twice_the_size() {
    let (window, _data) = at_people().await;
    let mut found = Vec::new();
    window.press("entry-add").await;
    window.see("boxes-graduate").await;
    window.press("box-graduate").await;
    window.see("field-left_school_on").await;
    window.press("entry-save").await;
    window.see("entry-e1").await;
    for (language, theme, size) in
        [("zh", "light", "normal"), ("en", "dark", "normal"), ("zh", "light", "largest")]
    {
        for (setting, value) in [("language", language), ("theme", theme), ("size", size)] {
            window.press("rail-settings").await;
            window.press(&format!("{setting}-{value}")).await;
        }
        window.press("rail-check").await;
        window.press("copy-e1").await;
        window.see("field-left_school_on").await;
        found.extend(against(&window, &format!("{language} {theme} {size} form")).await);
        window.press("entry-save").await;
        window.wait_gone("entry-form").await;
        window.press("paste").await;
        window.see("paste-text").await;
        let field = "document.querySelector('[data-testid=paste-text]')";
        let table = "姓名\\t入职时间\\n小王\\t2026-7\\n小李\\t七月";
        let paste = format!(
            "{field}.value = '{table}'; {field}.dispatchEvent(new Event('input', {{ bubbles: true }})); return true"
        );
        window.ask(&paste).await;
        window.see("paste-row-3").await;
        found.extend(against(&window, &format!("{language} {theme} {size} sheet")).await);
        window.key(Key::Escape).await;
        window.wait_gone("paste-text").await;
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    window.close().await;
}

/// What a tool finds, and what is wider than its place.
async fn against(window: &Window, here: &str) -> Vec<String> {
    window.settled().await;
    let wide = window.ask(WIDE).await;
    let wide = wide.as_array().into_iter().flatten().map(|it| format!("{it} is wider than its place"));
    let mut found: Vec<String> = violations(window).await;
    found.extend(wide);
    found.into_iter().map(|it| format!("{here}: {it}")).collect()
}

const WIDE: &str =
    "return [document.documentElement, ...document.querySelectorAll('main, main *, dialog, dialog *')]
    .filter(it => it.scrollWidth > it.clientWidth + 1 && it.tagName !== 'TEXTAREA'
        && (it.tagName === 'HTML' || ['auto', 'scroll'].includes(getComputedStyle(it).overflowX)))
    .map(it => `${it.tagName}.${it.className}`)";
