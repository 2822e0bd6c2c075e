//! Groups of companies: who belongs to whom.

use std::collections::{HashMap, HashSet};

use klantwijzer_core::customer::CustomerNo;
use klantwijzer_core::review::CHUNK;
use klantwijzer_core::text::fold;
use smol_str::SmolStr;

use super::identity::{IdentityChunk, NO_PARENT};

/// Gives customers the numbers of the parents that their rows name, by outside
/// id or else by a name that only one customer has.
pub(super) fn link_parents(chunks: &mut [IdentityChunk]) {
    let wanted: HashSet<SmolStr> = chunks
        .iter()
        .flat_map(|chunk| &chunk.named_parents)
        .map(|(_, called)| called.clone())
        .collect();
    if wanted.is_empty() {
        return;
    }
    let folded: HashSet<String> = wanted.iter().map(|called| fold(called)).collect();
    let mut by_id: HashMap<SmolStr, CustomerNo> = HashMap::new();
    let mut by_name: HashMap<String, Option<CustomerNo>> = HashMap::new();
    for (no, chunk, row) in everybody(chunks) {
        let id = chunk.ids.get(row);
        if wanted.contains(id) {
            by_id.insert(SmolStr::new(id), no);
        }
        let name = fold(chunk.names.get(row));
        if folded.contains(&name) {
            by_name.entry(name).and_modify(|holder| *holder = None).or_insert(Some(no));
        }
    }
    let parent = |called: &SmolStr| {
        by_id.get(called).copied().or_else(|| by_name.get(&fold(called)).copied().flatten())
    };
    for (at, chunk) in chunks.iter_mut().enumerate() {
        for (row, called) in std::mem::take(&mut chunk.named_parents) {
            let own = (at * CHUNK + row) as CustomerNo;
            if let Some(parent) = parent(&called).filter(|parent| *parent != own) {
                chunk.parents[row] = parent;
            }
        }
    }
}

fn everybody(
    chunks: &[IdentityChunk],
) -> impl Iterator<Item = (CustomerNo, &IdentityChunk, usize)> {
    chunks.iter().enumerate().flat_map(|(at, chunk)| {
        chunk.rows().map(move |row| ((at * CHUNK + row) as CustomerNo, chunk, row))
    })
}

/// The heads of the groups: of each customer with a parent its highest parent. A
/// circle of parents has its lowest number as its head.
pub(super) fn heads(chunks: &[IdentityChunk]) -> HashMap<CustomerNo, CustomerNo> {
    let parent = |no: CustomerNo| {
        let parent = *chunks.get(no as usize / CHUNK)?.parents.get(no as usize % CHUNK)?;
        (parent != NO_PARENT).then_some(parent)
    };
    let mut heads: HashMap<CustomerNo, CustomerNo> = HashMap::new();
    let with_parents = everybody(chunks).filter(|(_, chunk, row)| chunk.parents[*row] != NO_PARENT);
    for (no, ..) in with_parents {
        let mut path = Vec::new();
        let mut places: HashMap<CustomerNo, usize> = HashMap::new();
        let mut at = no;
        let head = loop {
            if let Some(head) = heads.get(&at) {
                break *head;
            }
            if let Some(begin) = places.get(&at) {
                break path.iter().skip(*begin).copied().min().unwrap_or(at);
            }
            let Some(above) = parent(at) else { break at };
            places.insert(at, path.len());
            path.push(at);
            at = above;
        };
        heads.extend(path.into_iter().map(|member| (member, head)));
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portfolio::{Dictionaries, Portfolio};
    use klantwijzer_core::customer::Profile;

    fn book(rows: &[(&str, &str, &str)]) -> Portfolio {
        let profile = |name: &str, parent: &str| Profile {
            name: Some(name.to_owned()),
            parent: (!parent.is_empty()).then(|| parent.into()),
            ..Profile::default()
        };
        let profiles: Vec<(&str, Profile)> =
            rows.iter().map(|(id, name, parent)| (*id, profile(name, parent))).collect();
        let rows = profiles.iter().enumerate().map(|(row, (id, profile))| (row, *id, profile));
        let mut dictionaries = Dictionaries::default();
        let chunk = IdentityChunk::build(rows, &mut dictionaries);
        Portfolio::new(vec![chunk], dictionaries, std::sync::Arc::default())
    }

    #[test]
    fn a_parent_is_known_by_id_or_by_a_name_of_its_own() {
        let portfolio = book(&[
            ("1", "Holding BV", ""),
            ("2", "Werk BV", "holding bv"),
            ("3", "Dochter BV", "2"),
            ("4", "Dubbel BV", ""),
            ("5", "Dubbel BV", ""),
            ("6", "Kind BV", "Dubbel BV"),
        ]);
        let heads: Vec<_> = (0..6).map(|no| portfolio.group_head(no)).collect();
        assert_eq!(heads, [0, 0, 0, 3, 4, 5]);
    }

    #[test]
    fn a_circle_and_who_leads_into_it_have_one_head() {
        let portfolio = book(&[
            ("0", "a", "3"),
            ("1", "b", "2"),
            ("2", "c", "3"),
            ("3", "d", "1"),
            ("4", "e", "4"),
        ]);
        let heads: Vec<_> = (0..5).map(|no| portfolio.group_head(no)).collect();
        assert_eq!(heads, [1, 1, 1, 1, 4]);
    }

    #[test]
    fn a_long_chain_is_followed_once() {
        let ids: Vec<String> = (0..CHUNK).map(|no| no.to_string()).collect();
        let rows: Vec<(&str, &str, &str)> = (0..CHUNK)
            .map(|no| (ids[no].as_str(), "", ids.get(no + 1).map_or("", String::as_str)))
            .collect();
        let portfolio = book(&rows);
        assert_eq!(portfolio.group_head(0), CHUNK as CustomerNo - 1);
    }
}
