//! What is measured, on what, and by which program.

mod book;
mod calendar;
mod chat;
mod contest;
mod import_race;
mod person;
mod year;

use crate::cargo::cargo;

/// A measurement of a part: its name, and the package and bench that take it.
const PARTS: [(&str, &str, &str); 5] = [
    ("ask", "klantwijzer-ask", "understand"),
    ("scoring", "klantwijzer-host", "scoring"),
    ("portfolio", "klantwijzer-desk", "portfolio"),
    ("intake", "klantwijzer-intake", "intake"),
    ("store", "klantwijzer-store-sled", "store"),
];

/// Measurements of the whole program.
const WHOLE: [&str; 3] = ["import", "person", "year"];

/// What the words after `bench` ask for.
#[derive(Debug, Default, PartialEq)]
struct Asked<'a> {
    /// One measurement; all of them where none is named.
    name: Option<&'a str>,
    /// A program to compare with.
    against: Option<&'a str>,
    /// How many customers the books have.
    customers: Vec<u32>,
}

/// Measures one thing, or everything.
pub(crate) fn bench(words: &[String]) -> Result<(), String> {
    let asked = asked(words)?;
    let wanted = |name: &str| {
        let wanted = asked.name.is_none_or(|asked| asked == name);
        if wanted {
            println!("\n== {name}");
        }
        wanted
    };
    for (bench, package, target) in PARTS {
        if wanted(bench) {
            if bench == "scoring" {
                // It scores through a plugin, which nothing else here builds.
                cargo(&["build", "--release", "--package", "klantwijzer-general"])?;
            }
            cargo(&["bench", "--package", package, "--bench", target])?;
        }
    }
    if wanted("import") {
        import_race::race()?;
    }
    // A million customers takes long, so it is asked for.
    let sizes = |usual: &[u32]| match &asked.customers[..] {
        [] => usual.to_vec(),
        named => named.to_vec(),
    };
    if wanted("person") {
        person::person(&sizes(&[10_000, 100_000]), asked.against)?;
    }
    if wanted("year") {
        for customers in sizes(&[10_000]) {
            year::year(customers, asked.against)?;
        }
    }
    Ok(())
}

fn asked(words: &[String]) -> Result<Asked<'_>, String> {
    let mut asked = Asked::default();
    let mut words = words.iter().map(String::as_str);
    while let Some(word) = words.next() {
        match word {
            "--against" => {
                asked.against = Some(words.next().ok_or("--against names a program")?);
            }
            "--customers" => {
                let numbers = words.next().unwrap_or_default().split(',').map(str::parse);
                let numbers = numbers.collect::<Result<_, _>>();
                asked.customers = numbers.map_err(|_| "--customers takes numbers: 10000,100000")?;
            }
            name if WHOLE.contains(&name) || PARTS.iter().any(|part| part.0 == name) => {
                asked.name = Some(name);
            }
            _ => {
                let names: Vec<&str> = PARTS.iter().map(|part| part.0).chain(WHOLE).collect();
                return Err(format!("there is no bench {word}; there are {}", names.join(", ")));
            }
        }
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_understood_or_refused() {
        let words = |line: &str| line.split(' ').map(String::from).collect::<Vec<_>>();
        let line = words("person --against /old/klantwijzer --customers 300,1000000");
        let whole = Asked {
            name: Some("person"),
            against: Some("/old/klantwijzer"),
            customers: vec![300, 1_000_000],
        };
        assert_eq!(asked(&line), Ok(whole));
        assert_eq!(asked(&[]), Ok(Asked::default()));
        for wrong in ["persons", "person --customers", "year --customers many", "--against"] {
            assert!(asked(&words(wrong)).is_err(), "{wrong}");
        }
    }
}
