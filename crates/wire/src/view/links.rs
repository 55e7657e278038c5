//! The addresses that may be opened.

use desk::Desk;
use policy::Source;

/// Whether an address is one that the pack names, and one for the browser.
pub fn may_open(desk: &Desk, url: &str) -> bool {
    let catalog = desk.catalog();
    let editions = catalog.policies.iter().flat_map(|it| &it.editions);
    let of_editions = editions
        .flat_map(|it| of_sources(&it.sources).chain(it.places.iter().filter_map(|it| it.url.as_ref())));
    let places = catalog.directory.iter();
    let of_places = places.flat_map(|it| of_sources(&it.sources).chain(it.url.as_ref()));
    // Many offices still have no https; any other scheme could start a program.
    ["https://", "http://"].iter().any(|it| url.starts_with(it))
        && of_editions.chain(of_places).any(|it| it == url)
}

fn of_sources(sources: &[Source]) -> impl Iterator<Item = &String> {
    sources.iter().filter_map(|it| it.url.as_ref())
}
