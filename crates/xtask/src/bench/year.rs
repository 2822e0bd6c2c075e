//! The disk after a year of use: every working day a team imports its invoices, judges, looks and
//! corrects, each as a program of its own on the day that it would have been.

use std::fs;
use std::path::Path;

use super::book::{Book, TODAY};
use super::calendar::Day;
use super::contest::{Contest, Contestant, print, said, time};

/// Working days in between the figures.
const DAYS_OF_QUARTER: usize = 65;

/// Lets a year go by for a book of this size.
pub(crate) fn year(customers: u32, against: Option<&str>) -> Result<(), String> {
    // The year has gone by: what lies in the future is nobody's present.
    let last = TODAY.before(365);
    let book = Book { customers, last };
    let contest = Contest::new("year", against)?;
    let files = book.write(&contest.folder).map_err(said)?;
    contest.head(&format!("a year of work on {customers} customers"));
    let days: Vec<Day> =
        (1..=365).map(|day| last.after(day)).filter(|day| day.is_workday()).collect();
    let mut spent = contest.none();
    contest.by_turns(1, |at, contestant, _| {
        let mut words = vec!["import".into()];
        words.extend(files.iter().map(|file| file.clone().into_os_string()));
        spent[at].push(time(&mut contestant.on(last, &words))?.cpu);
        Ok(())
    })?;
    print("disk, the book imported", "MB", &contest.disk()?);
    for (at, day) in days.iter().enumerate() {
        let file = contest.folder.join("today.csv");
        let invoices = book.customers * 6 / days.len() as u32;
        fs::write(&file, book.more(at as u32, invoices, *day)).map_err(said)?;
        contest.by_turns(1, |of, contestant, _| {
            spent[of].push(work(contestant, at as u32, *day, &file, book)?);
            Ok(())
        })?;
        if (at + 1) % DAYS_OF_QUARTER == 0 || at + 1 == days.len() {
            print(&format!("disk, {day}"), "MB", &contest.disk()?);
        }
    }
    let sums = spent.iter().map(|spent| vec![spent.iter().sum()]);
    print("processor time of the year", "s", &sums.collect::<Vec<_>>());
    Ok(())
}

/// One day's work; what it took of processor time.
fn work(
    contestant: &Contestant,
    day_of_year: u32,
    day: Day,
    file: &Path,
    book: Book,
) -> Result<f64, String> {
    let mut cpu = 0.0;
    let mut does = |words: &[&str]| -> Result<(), String> {
        cpu += time(&mut contestant.on(day, words))?.cpu;
        Ok(())
    };
    let customer = |number: u32| Book::id((day_of_year * 7 + number) % book.customers);
    let file = file.to_string_lossy();
    let once_a_week = day_of_year % 5 == 2;
    does(&["import", &file])?;
    if once_a_week {
        // It was the wrong file, and then it was not.
        does(&["imports", "--undo"])?;
        does(&["import", &file])?;
        does(&["override", &customer(5), "large", "--reason", "a contract is on its way"])?;
    }
    does(&["judge", &customer(0), &(day_of_year % 11).to_string()])?;
    does(&["judge", &customer(1), "6"])?;
    for looked_at in 2..5 {
        does(&["customer", &customer(looked_at)])?;
    }
    if day_of_year % 21 == 20 {
        does(&["settings", &format!("ideal.employees.max={}", 250 + day_of_year % 2)])?;
        does(&["review"])?;
    }
    Ok(cpu)
}
