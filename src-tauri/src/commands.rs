//! What the page may ask for: unpack, call, pack.
//!
//! They run on the main thread, so that two changes sent one after the other are made in that order; each takes milliseconds.
//! What follows from entries is reckoned when `sitting` asks for it, and what a form asks when it is opened, away from that thread:
//! nobody's typing waits for it.

mod away;
mod meaning;
mod outward;

use desk::DeskError;
use tauri::{State, Wry, ipc::Invoke};
use wire::{
    AdvicePage, DirectoryPage, EntryDraft, EntryForm, EntryRow, Failure, ListChange, PastePage, PasteRequest,
    ReaderPage, ResultPage, Said, SearchPage, SearchRequest, Settings, Shelf, Sitting, Start, Subject,
    ToDoPage, view,
};

use crate::{office::Office, outside::now};

type Reply<T> = Result<T, Failure>;

/// Every command; `build.rs` and `capabilities/main.json` name the same.
pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        start,
        settings,
        sitting,
        answer,
        ask,
        back,
        undo,
        redo,
        start_over,
        entry_form,
        entry_draft,
        put_entry,
        remove_entry,
        read_paste,
        put_paste,
        set_list,
        entries,
        result,
        reader,
        search,
        shelf,
        directory,
        tick,
        choose,
        advice,
        prefer,
        leave_to_best,
        to_do,
        choose_to_do,
        tick_to_do,
        save_settings,
        erase_everything,
        away::take_away,
        away::open_taken,
        away::show_taken,
        meaning::meaning,
        meaning::refine,
        outward::painted,
        outward::follow_pack,
        outward::open_data_folder,
        outward::open_link,
    ]
}

#[tauri::command]
fn start(office: State<'_, Office>) -> Reply<Start> {
    office.open_again();
    office.at_desk(|desk| view::start(desk, office.system_language()))
}

#[tauri::command]
fn settings(office: State<'_, Office>) -> Settings {
    office.settings()
}

#[tauri::command(async)]
fn sitting(office: State<'_, Office>) -> Reply<Sitting> {
    office.reckon()?;
    office.at_desk(|desk| view::sitting(desk))
}

#[tauri::command]
fn answer(office: State<'_, Office>, fact: String, said: Option<Said>) -> Reply<Sitting> {
    office.at_desk(|desk| {
        desk.answer(&fact, said.as_ref().map(|it| &it.0), &now())?;
        view::sitting(desk)
    })
}

#[tauri::command]
fn ask(office: State<'_, Office>, subject: Subject) -> Reply<Sitting> {
    let (Subject::Fact { fact: name } | Subject::List { list: name }) = subject;
    office.at_desk(|desk| {
        desk.ask(&name)?;
        view::sitting(desk)
    })
}

#[tauri::command]
fn back(office: State<'_, Office>) -> Reply<Sitting> {
    office.at_desk(|desk| {
        desk.back()?;
        view::sitting(desk)
    })
}

#[tauri::command]
fn undo(office: State<'_, Office>) -> Reply<Sitting> {
    office.at_desk(|desk| {
        desk.undo(&now())?;
        view::sitting(desk)
    })
}

#[tauri::command]
fn redo(office: State<'_, Office>) -> Reply<Sitting> {
    office.at_desk(|desk| {
        desk.redo(&now())?;
        view::sitting(desk)
    })
}

#[tauri::command]
fn start_over(office: State<'_, Office>) -> Reply<Sitting> {
    office.at_desk(|desk| {
        desk.start_over(&now())?;
        view::sitting(desk)
    })
}

#[tauri::command(async)]
fn entry_form(office: State<'_, Office>, draft: EntryDraft) -> Reply<EntryForm> {
    office.at_list(|desk| view::entry_form(desk, draft))
}

#[tauri::command]
fn entry_draft(office: State<'_, Office>, list: String, entry: String) -> Reply<EntryDraft> {
    office.at_list(|desk| view::entry_draft(desk, &list, &entry))
}

#[tauri::command]
fn put_entry(office: State<'_, Office>, draft: EntryDraft) -> Reply<ListChange> {
    office.at_list(|desk| {
        let list = draft.list.clone();
        desk.put_entry(view::new_entry(desk, draft)?, &now())?;
        view::list_change(desk, &list)
    })
}

#[tauri::command]
fn remove_entry(office: State<'_, Office>, list: String, entry: String) -> Reply<ListChange> {
    office.at_list(|desk| {
        desk.remove_entry(&list, &entry, &now())?;
        view::list_change(desk, &list)
    })
}

#[tauri::command]
fn read_paste(office: State<'_, Office>, request: PasteRequest) -> Reply<PastePage> {
    office.at_list(|desk| view::read_paste(desk, &request))
}

#[tauri::command]
fn put_paste(office: State<'_, Office>, request: PasteRequest) -> Reply<ListChange> {
    office.at_list(|desk| {
        view::put_paste(desk, &request, &now())?;
        view::list_change(desk, &request.list)
    })
}

#[tauri::command]
fn set_list(office: State<'_, Office>, list: String, more: bool) -> Reply<Sitting> {
    office.at_desk(|desk| {
        desk.set_list(&list, more, &now())?;
        view::sitting(desk)
    })
}

#[tauri::command]
fn entries(office: State<'_, Office>, list: String, from: u32, count: u32) -> Reply<Vec<EntryRow>> {
    office.at_list(|desk| view::entries(desk, &list, from, count))
}

#[tauri::command]
fn result(office: State<'_, Office>, policy: String, edition: Option<String>) -> Reply<ResultPage> {
    office.at_desk(|desk| view::result(desk, &policy, edition.as_deref()))
}

#[tauri::command]
fn reader(office: State<'_, Office>, policy: String, edition: Option<String>) -> Reply<ReaderPage> {
    office.at_desk(|desk| view::reader(desk, &policy, edition.as_deref()))
}

#[tauri::command]
fn search(office: State<'_, Office>, request: SearchRequest) -> Reply<SearchPage> {
    office.at_desk(|desk| {
        let language = view::read_settings(desk, office.system_language()).language;
        Ok(view::search(desk, request, language, None))
    })
}

#[tauri::command]
fn shelf(office: State<'_, Office>) -> Reply<Vec<Shelf>> {
    office.at_desk(|desk| Ok(view::shelf(desk)))
}

#[tauri::command]
fn directory(office: State<'_, Office>) -> Reply<DirectoryPage> {
    office.at_desk(|desk| Ok(view::directory(desk)))
}

#[tauri::command]
fn tick(office: State<'_, Office>, policy: String, paper: String, on: bool) -> Reply<ResultPage> {
    office.at_desk(|desk| {
        desk.tick(&policy, &paper, on, &now())?;
        view::result(desk, &policy, None)
    })
}

#[tauri::command]
fn choose(office: State<'_, Office>, policy: String, on: bool) -> Reply<ResultPage> {
    office.at_desk(|desk| {
        desk.choose(&policy, on, &now())?;
        view::result(desk, &policy, None)
    })
}

#[tauri::command(async)]
fn advice(office: State<'_, Office>) -> Reply<AdvicePage> {
    office.reckon()?;
    office.at_desk(|desk| Ok(view::advice(desk)))
}

#[tauri::command]
fn prefer(office: State<'_, Office>, policy: String, entry: Option<String>) -> Reply<AdvicePage> {
    office.at_desk(|desk| view::prefer(desk, &policy, entry.as_deref(), &now()))
}

#[tauri::command]
fn leave_to_best(office: State<'_, Office>, among: Vec<String>) -> Reply<AdvicePage> {
    office.at_desk(|desk| view::leave_to_best(desk, &among, &now()))
}

#[tauri::command]
fn to_do(office: State<'_, Office>) -> Reply<ToDoPage> {
    office.at_desk(|desk| Ok(view::to_do(desk)))
}

#[tauri::command]
fn choose_to_do(office: State<'_, Office>, policy: String, on: bool) -> Reply<ToDoPage> {
    office.at_desk(|desk| view::choose_to_do(desk, &policy, on, &now()))
}

#[tauri::command]
fn tick_to_do(office: State<'_, Office>, paper: String, on: bool) -> Reply<ToDoPage> {
    office.at_desk(|desk| view::tick_to_do(desk, &paper, on, &now()))
}

#[tauri::command]
fn save_settings(office: State<'_, Office>, settings: Settings) -> Reply<Settings> {
    office.at_desk(|desk| {
        desk.save_settings(view::write_settings(settings))?;
        Ok::<_, DeskError>(view::read_settings(desk, office.system_language()))
    })
}

#[tauri::command]
fn erase_everything(office: State<'_, Office>) -> Reply<Start> {
    office.at_desk(|desk| {
        desk.erase_everything(&now())?;
        view::start(desk, office.system_language())
    })
}
