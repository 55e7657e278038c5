//! What to make of the results: no one twice, the reader's own choice, what one more would bring, what happens when.

use journeys::{Start, Window, violations};
use serde_json::json;
use tempfile::TempDir;

const HIRING: &str = "one-off-hiring-subsidy";
const EXPANSION: &str = "expansion-subsidy";

/// A firm in Yangpu that hired two graduates of 2025: both may serve the expansion subsidy, one of them the larger one too.
async fn at_advice() -> (Window, TempDir) {
    let data = TempDir::new().expect("the system has a place for temporary files");
    let window = Window::open(&Start::new(data.path())).await;
    for (fact, said) in [
        ("registered", json!(true)),
        ("registered_on", json!("2024-09-02")),
        ("registered_district", json!("yangpu")),
        ("legal_form", json!("company")),
        ("special_business", json!([])),
    ] {
        window.invoke("answer", &json!({ "fact": fact, "said": said })).await;
    }
    for (name, months) in [("小王", 24), ("小李", 6)] {
        let said = json!({
            "hired_on": "2025-07-10", "contract_months": months, "insured_since": "2025-07-01",
            "insured_in_full": true, "employment_registered": true, "still_employed": true,
            "born_on": "2003-04-05", "graduate": true, "left_school_on": "2025-06-20", "shanghai_school": true,
            "shanghai_hukou": true, "employed_before": false, "registered_unemployed": false,
            "subsidised_elsewhere": false,
        });
        let draft = json!({ "list": "hires", "id": null, "name": name, "n": 1, "said": said, "typed": {} });
        window.invoke("put_entry", &json!({ "draft": draft })).await;
    }
    window.invoke("set_list", &json!({ "list": "hires", "more": false })).await;
    window.press("begin").await;
    window.press("see-results").await;
    window.press("to-advice").await;
    window.see("one-more").await;
    (window, data)
}

/// The one button or field that this finds is pressed.
async fn click(window: &Window, selector: &str) {
    window.wait(selector, &format!("return document.querySelector({selector:?}) !== null")).await;
    window.ask(&format!("document.querySelector({selector:?}).click(); return true")).await;
}

#[tokio::test]
async fn no_one_serves_two_and_the_reader_may_choose_otherwise() {
    let (window, data) = at_advice().await;
    // 2,000 for one and 1,500 for the other; a contract of six months is too short for the larger one.
    window.wait_text("clash", "3,500").await;
    click(&window, "[data-testid=clash] summary").await;
    window.wait_text("serves-e1", "小王").await;
    let serves = "return document.querySelector('[data-testid=serves-e1] [aria-pressed=true]').innerText";
    assert!(!window.ask(serves).await.as_str().unwrap_or_default().contains("扩岗"));
    let sums = "return document.querySelector('[data-testid=clashes] dl').innerText";
    let best = window.ask(sums).await;

    let other = "[...document.querySelectorAll('[data-testid=serves-e1] button')]
        .find((it) => it.innerText.includes('扩岗')).click(); return true";
    window.ask(other).await;
    window.wait_text("clash", "少 500 元").await;
    window.wait_text("clash", "3,000").await;
    window.see("own-choice").await;
    window.wait("other sums", &format!("{sums} !== {best}")).await;
    assert_eq!(violations(&window).await, Vec::<String>::new());
    window.close().await;

    // It is kept, and can be taken back.
    let window = Window::open(&Start::new(data.path())).await;
    window.press("continue-check").await;
    window.press("see-results").await;
    window.press("to-advice").await;
    window.wait_text("clash", "少 500 元").await;
    window.press("best-again").await;
    window.wait_text("clash", "3,500").await;
    window.wait("the sums as before", &format!("{sums} === {best}")).await;
    click(&window, "[data-testid=prefer-expansion-subsidy]").await;
    window.wait_text("clash", "3,000").await;
    window.press("best-again").await;
    window.wait_text("clash", "3,500").await;
    window.close().await;
}

#[tokio::test]
async fn one_more_and_what_is_to_come_are_told_and_read_by_everyone() {
    let (window, _data) = at_advice().await;
    window.wait_text("one-more-fresh-graduate", "2,000").await;
    window.see("timeline").await;
    assert_eq!(violations(&window).await, Vec::<String>::new());

    window.press("to-results").await;
    for policy in [HIRING, EXPANSION] {
        click(&window, &format!("[data-testid=result-row-{policy}] button")).await;
        window.see("shares").await;
        click(&window, "[data-testid=shares] summary").await;
        window.wait_text("share-e1", "小王").await;
        window.press("go-back").await;
    }
    window.close().await;
}
