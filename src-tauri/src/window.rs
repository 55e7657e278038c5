//! The window itself: how it is made, and where it must not go.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tauri::{App, Url, WebviewWindowBuilder, Wry, webview::NewWindowResponse};

use crate::{commands, following::Follower, office::Office, reading::Readings, taken::TakenFiles};

/// Said where no window can be opened.
pub(crate) const NO_DISPLAY: &str = "\
这里没有可用的显示器，无法打开窗口。可以使用命令行程序 advisor，或先启动虚拟显示器：
There is no display here, so the window cannot open. Use the command line program `advisor`, or a virtual display:
    Xvfb :99 -screen 0 1280x800x24 & DISPLAY=:99 policy-subsidy-advisor";

/// Opens the window and stays until it is closed.
pub(crate) fn open(office: Office) -> Result<(), String> {
    let builder = tauri::Builder::default().manage(office).manage(Follower::default());
    let builder = builder.manage(Readings::default()).manage(TakenFiles::default());
    let builder = builder.invoke_handler(commands::handler()).setup(make);
    // The toolkit panics where a display is named that does not answer.
    let app = catch_unwind(AssertUnwindSafe(|| builder.build(tauri::generate_context!())));
    let app = app.map_err(|_| NO_DISPLAY.to_owned())?;
    app.map_err(|it| format!("无法打开窗口：{it}\nThe window could not be opened: {it}"))?.run(|_, _| {});
    Ok(())
}

fn make(app: &mut App<Wry>) -> Result<(), Box<dyn std::error::Error>> {
    let config = app.config().app.windows.first().ok_or("tauri.conf.json describes no window")?;
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .devtools(false)
        .build()?;
    Ok(())
}

/// The pages are part of the program; whatever lies outside opens in the browser, by a command that was asked for.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn the_window_stays_at_home() {
        let ours = |url: &str| is_ours(&url.parse().unwrap());
        assert!(ours("tauri://localhost/index.html") || cfg!(windows));
        for other in [
            "https://example.com",
            "tauri://example.com",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!ours(other), "{other}");
        }
    }
}
