//! How large the project is, package by package.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::cargo::root;
use crate::source::{Lines, Source};

/// Packages that are tests from beginning to end.
const ALL_TESTS: [&str; 2] = ["klantwijzer-fake-discord", "klantwijzer-tests"];

/// Where a package has what measures it and what shows it.
const BESIDE: [&str; 3] = ["benches", "examples", "src/bench"];

/// The lines of code of a package.
#[derive(Default)]
struct Package {
    name: String,
    code: usize,
    tests: usize,
    /// What stands in [`BESIDE`].
    beside: usize,
}

/// Prints the lines of code of each package in a folder, or in the project.
pub(crate) fn lines(folder: Option<&str>) -> Result<(), String> {
    let folder = folder.map_or_else(root, PathBuf::from);
    let packages = count(&folder)?;
    if packages.is_empty() {
        return Err(format!("there is no Rust package in {}", folder.display()));
    }
    let row = |name: &str, [code, tests, beside]: [usize; 3]| {
        println!("{name:<28} {code:>8} {tests:>8} {beside:>8}");
    };
    println!("{:<28} {:>8} {:>8} {:>8}", "lines of Rust", "code", "tests", "benches");
    for package in &packages {
        row(&package.name, [package.code, package.tests, package.beside]);
    }
    let sum = |of: fn(&Package) -> usize| packages.iter().map(of).sum();
    row("in all", [sum(|p| p.code), sum(|p| p.tests), sum(|p| p.beside)]);
    Ok(())
}

/// The packages in a folder by name, with their lines.
fn count(folder: &Path) -> Result<Vec<Package>, String> {
    let mut found = Found::default();
    found.walk(folder, None).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut packages = BTreeMap::<&Path, Package>::new();
    for (home, name) in &found.packages {
        packages.insert(home, Package { name: name.clone(), ..Package::default() });
    }
    for (path, home, source) in &found.sources {
        let Some(package) = packages.get_mut(home.as_path()) else { continue };
        let inside = path.strip_prefix(home).unwrap_or(path);
        let Lines { code, tests } = source.lines();
        if BESIDE.iter().any(|folder| inside.starts_with(folder)) {
            package.beside += code + tests;
        } else if inside.starts_with("tests")
            || inside.starts_with("src/conformance")
            || ALL_TESTS.contains(&package.name.as_str())
            || path.ancestors().any(|part| found.for_tests.contains(part))
        {
            package.tests += code + tests;
        } else {
            package.code += code;
            package.tests += tests;
        }
    }
    let mut packages: Vec<Package> = packages.into_values().collect();
    packages.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(packages)
}

/// What is in a folder.
#[derive(Default)]
struct Found {
    /// The folders of packages, with the package's name.
    packages: BTreeMap<PathBuf, String>,
    /// Each source with the folder of its package.
    sources: Vec<(PathBuf, PathBuf, Source)>,
    /// Files and folders of modules that only tests have.
    for_tests: BTreeSet<PathBuf>,
}

impl Found {
    fn walk(&mut self, folder: &Path, home: Option<&Path>) -> std::io::Result<()> {
        let name = fs::read_to_string(folder.join("Cargo.toml")).ok().and_then(|m| name(&m));
        let home = if let Some(name) = name {
            self.packages.insert(folder.to_owned(), name);
            Some(folder)
        } else {
            home
        };
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let (path, kind) = (entry.path(), entry.file_type()?);
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if kind.is_dir() && !hidden && entry.file_name() != "target" {
                self.walk(&path, home)?;
            } else if let Some(home) = home.filter(|_| path.extension().is_some_and(|e| e == "rs"))
            {
                let source = Source::new(&fs::read_to_string(&path)?);
                let modules = modules_of(&path);
                for module in source.test_modules() {
                    self.for_tests.insert(modules.join(module));
                    self.for_tests.insert(modules.join(format!("{module}.rs")));
                }
                self.sources.push((path, home.to_owned(), source));
            }
        }
        Ok(())
    }
}

/// The name of the package that a manifest is of, where it is of one.
fn name(manifest: &str) -> Option<String> {
    let (_, package) = manifest.split_once("[package]")?;
    let name = package.lines().find_map(|line| line.strip_prefix("name = \""))?;
    Some(name.trim_end_matches('"').to_owned())
}

/// The folder in which the files of a source's modules stand.
fn modules_of(source: &Path) -> PathBuf {
    let folder = source.parent().unwrap_or(Path::new(""));
    match source.file_stem().and_then(|stem| stem.to_str()) {
        None | Some("mod" | "lib" | "main") => folder.to_owned(),
        Some(stem) => folder.join(stem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_counted_apart_with_their_tests_and_benches() {
        let folder = std::env::temp_dir().join(format!("xtask-lines-{}", std::process::id()));
        for (path, text) in [
            ("Cargo.toml", "[workspace]\n"),
            ("a/Cargo.toml", "[package]\nname = \"one\"\n"),
            ("a/src/lib.rs", "mod b;\n#[cfg(test)]\nmod c;\nfn main() {}\n"),
            ("a/src/b.rs", "fn b() {}\n\n#[cfg(test)]\nmod c;\n"),
            ("a/src/b/c.rs", "fn only_for_tests() {}\n"),
            ("a/src/c/mod.rs", "fn only_for_tests() {\n}\n"),
            ("a/benches/d.rs", "fn main() {}\n"),
            ("a/src/bench/mod.rs", "fn measured() {}\n"),
            ("a/tests/e.rs", "fn main() {}\n"),
            ("a/target/f.rs", "fn built() {}\n"),
            ("a/inner/Cargo.toml", "[package]\nname = \"klantwijzer-tests\"\n"),
            ("a/inner/src/lib.rs", "fn whole() {}\n"),
        ] {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
            fs::write(path, text).expect("it can be written");
        }
        let counted = count(&folder);
        fs::remove_dir_all(&folder).expect("it can be removed");
        let counted = counted.expect("it can be read");
        let told: Vec<_> =
            counted.iter().map(|p| (p.name.as_str(), p.code, p.tests, p.beside)).collect();
        assert_eq!(told, [("klantwijzer-tests", 0, 1, 0), ("one", 3, 8, 2)]);
    }
}
