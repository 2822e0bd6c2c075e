use std::path::{Path, PathBuf};

use crate::harness::{Desk, names};

/// The folder with real data; `None`, with a line that says so, where it is absent.
fn real(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(name);
    if path.is_file() {
        return Some(path);
    }
    println!("skipped: {name} is not there");
    None
}

#[test]
fn northwind_as_of_its_last_day() {
    let files = ["customers", "invoices", "invoice_lines"];
    let files: Option<Vec<PathBuf>> =
        files.iter().map(|file| real(&format!("northwind_{file}.csv"))).collect();
    let Some(files) = files else { return };
    let desk = Desk::new().with(&["--as-of", "1998-05-06"]);
    desk.json(&["settings", "currency=USD"]);
    let mut words = vec!["import".into()];
    words.extend(files.into_iter().map(PathBuf::into_os_string));
    let report = desk.json(&words);
    assert_eq!(report["customers"]["added"], 93, "{report}");
    assert_eq!(report["entries"]["added"], 830 + 2155);
    assert_eq!(report["rejected"].as_array().map(Vec::len), Some(0));

    let counts = desk.ask("how many customers do we have?");
    let count = |definition: &str| counts["answer"]["counts"][definition].as_u64();
    assert_eq!(count("registered"), Some(93), "{counts}");
    assert_eq!(count("invoiced"), Some(89));
    assert_eq!(count("earned_over"), Some(38));
    // 88 bought in the year that ends on 1998-05-06, 84 of them more than once.
    assert_eq!(count("active"), Some(88));

    let all = desk.ask("top 100 customers by revenue from 1996-01-01 to 1998-05-06");
    let total = all["answer"]["detail"]["total"].as_f64().expect("a total");
    assert!((total - 1_265_793.22).abs() < 0.005, "{all}");

    let strategic = desk.ask("which customers are strategic?");
    assert!(names(&strategic).contains(&"Save-a-lot Markets"), "{strategic}");
    let customers = strategic["answer"]["customers"].as_array().expect("customers");
    assert!(customers.iter().all(|customer| customer["provisional"] == true));
    let why = desk.ask("why is Save-a-lot Markets strategic?");
    assert_eq!(why["intent"], "why_type", "{why}");
}

#[test]
fn orders_of_a_music_shop() {
    let Some(file) = real("cdnow_sample.csv") else {
        return;
    };
    let desk = Desk::new().with(&["--as-of", "1998-06-30"]);
    let report = desk.json(&["import".as_ref(), file.as_os_str()]);
    assert_eq!(report["customers"]["added"], 2357, "{report}");
    assert_eq!(report["entries"]["added"], 6919);
}

#[test]
fn donors_of_a_charity() {
    let Some(file) = real("kdd98_donors.csv") else {
        return;
    };
    let desk = Desk::new().with(&["--as-of", "1998-06-01"]);
    let words = ["import", "--sector-plugin", "nonprofit", "--role", "donor"].map(Into::into);
    let mut words = Vec::from(words);
    words.push(file.into_os_string());
    let report = desk.json(&words);
    assert_eq!(report["customers"]["added"], 19_372, "{}", report["files"]);
    let no = desk.ask("to whom should we say no?");
    assert_eq!(no["answer"]["total"], 0, "never to a charity's donors: {no}");
    let list = desk.ask("which donors are strategic?");
    assert!(list["answer"]["total"].as_u64().is_some_and(|total| total > 0), "{}", list["text"]);
}

#[test]
fn advertisers_of_a_platform() {
    let Some(file) = real("google_political_ads_advertisers_2018.csv") else {
        return;
    };
    let desk = Desk::new().with(&["--as-of", "2018-12-31"]);
    desk.json(&["settings", "currency=USD"]);
    let error = desk.error(&["import".as_ref(), file.as_os_str()]);
    assert!(error["help"].as_str().is_some_and(|help| help.contains("--date")), "{error}");
    let words: [std::ffi::OsString; 6] = [
        "import".into(),
        "--date".into(),
        "2018-10-31".into(),
        "--sector-plugin".into(),
        "social".into(),
        file.into_os_string(),
    ];
    let report = desk.json(&words);
    let (good, rejected) = (
        report["entries"]["added"].as_u64().unwrap_or_default(),
        report["rejected"].as_array().map_or(0, Vec::len) as u64,
    );
    assert_eq!(good + rejected, 457, "{report}");
    let list = desk.ask("who are our strategic advertisers?");
    assert_eq!(list["understood"], true, "{}", list["text"]);
}
