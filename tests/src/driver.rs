//! The programs behind a test: the driver, and through it the window. Both are gone when the test ends, however it ends.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// WebKit's own driver, on a port of its own.
pub(crate) struct Driver {
    process: Child,
    pub(crate) port: u16,
    // Ended after the window that it shows.
    _display: Option<Display>,
}

impl Driver {
    /// With `powerless` neither the driver nor the window may do more to files than their modes allow, be they root's or not.
    /// With `alone` they have a display to themselves.
    pub(crate) fn start(powerless: bool, alone: bool) -> Driver {
        assert!(env::var_os("DISPLAY").is_some(), "no DISPLAY: run `cargo xtask test`, or start Xvfb first");
        let port = free_port();
        let mut command =
            if powerless { bound_by_modes("WebKitWebDriver") } else { Command::new("WebKitWebDriver") };
        let display = alone.then(Display::open);
        if let Some(display) = &display {
            command.env("DISPLAY", &display.name);
        }
        let process = command
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            // The window inherits it: a group of their own is how both are found in the end.
            .process_group(0)
            .spawn()
            .expect("WebKitWebDriver starts: `cargo xtask setup` installs it");
        Driver { process, port, _display: display }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        send("-KILL", &format!("-{}", self.process.id()));
        // Already gone is as good.
        let _ = self.process.wait();
    }
}

/// A display that nobody looks at.
struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn open() -> Display {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts: `cargo xtask setup` installs it");
        let mut number = String::new();
        let told = server.stdout.take().expect("its output is piped");
        BufReader::new(told).read_line(&mut number).expect("Xvfb tells its number");
        Display { server, name: format!(":{}", number.trim()) }
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Already gone is as good.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A program that file modes bind: root keeps the name and loses the power.
fn bound_by_modes(program: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--bounding-set=-dac_override,-dac_read_search,-fowner", "--inh-caps=-all", program]);
    command
}

/// The program to be tested.
pub(crate) fn program() -> PathBuf {
    let program = env::var_os("ADVISOR_WINDOW").map(PathBuf::from);
    let program =
        program.expect("no ADVISOR_WINDOW: run `cargo xtask test`, or name the window's program there");
    assert!(program.is_absolute(), "ADVISOR_WINDOW must be an absolute path");
    program
}

/// Ends the window that uses a data folder as a power cut would: at once, without a word.
pub(crate) fn kill_window_of(data: &Path) {
    let data = data.display().to_string();
    let uses_data = |pid: &str| {
        let words = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        words.split(|it| *it == 0).any(|it| it == data.as_bytes())
    };
    let processes = fs::read_dir("/proc").expect("Linux lists its processes there");
    let pids = processes.filter_map(|it| it.ok()?.file_name().into_string().ok());
    let window = pids.filter(|it| it.bytes().all(|it| it.is_ascii_digit())).find(|it| uses_data(it));
    send("-KILL", &window.expect("the window runs with this data folder"));
}

fn send(signal: &str, to: &str) {
    let _ = Command::new("kill").args([signal, "--", to]).stderr(Stdio::null()).status();
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("some port is free");
    listener.local_addr().expect("a listener has an address").port()
}
