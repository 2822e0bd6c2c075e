//! The real bot under load, on a large book: many who ask at once, and some who ask all the
//! time. `cargo xtask soak` runs these, with the program as people run it.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use klantwijzer_fake_discord::{Channel, Discord, Exchange, Member, Upload};

use super::harness::{Home, Service};
use super::large_book as book;

/// How many people ask at the same time.
const AT_ONCE: usize = 200;
/// How many more are typing a name meanwhile.
const TYPISTS: usize = 20;

/// How long an acknowledgement may take, and suggestions: who types feels no wait below a quarter
/// of a second, also where bot, Discord and 220 people share two processors.
const ACKNOWLEDGED: Duration = Duration::from_secs(1);
const SUGGESTED: Duration = Duration::from_millis(250);

/// How long reading the whole book, and answering everybody, may take.
const READ: Duration = Duration::from_mins(3);
const ANSWERED: Duration = Duration::from_mins(2);

/// What people ask, each in the language of their Discord.
const ENGLISH: [&str; 7] = [
    "/ask question:which customers are strategic?",
    "/customers type:large",
    "/customer name:{name}",
    "/count",
    "/say-no",
    "/ask question:how many customers do we have?",
    "/why customer:{name}",
];
const DUTCH: [&str; 7] = [
    "/vraag vraag:welke klanten zijn strategisch?",
    "/klanten type:transactioneel",
    "/klant naam:{name}",
    "/aantal",
    "/nee-zeggen",
    "/vraag vraag:waarom is {name} transactioneel?",
    "/waarom klant:{name}",
];

/// What takes much of the machine, and comes now and then.
const HEAVY: [&str; 8] = [
    "/export form:Excel",
    "/chart kind:value and potential",
    "/judge customer:{name} grade:7",
    "/export form:CSV",
    "/override customer:{name} type:strategic reason:we know them",
    "/chart kind:how many by each definition",
    "/owner customer:{name} owner:Tom Hermans",
    "/settings change name:thresholds.confidence value:0.5",
];
/// One of these comes with so many questions.
const HEAVY_EVERY: usize = 40;

/// A company with a large book, and its people.
struct Company {
    discord: Discord,
    people: Vec<Member>,
    sales: Channel,
    bot: Service,
    _home: Home,
}

impl Company {
    fn with_a_large_book() -> Self {
        let discord = Discord::start();
        let guild = discord.guild("Acme");
        let sales = guild.channel("sales");
        let _ = guild.member("Person 0").admin();
        let people = (0..AT_ONCE).map(|number| {
            let language = if number % 2 == 0 { "en-GB" } else { "nl" };
            let person = guild.member(&format!("Person {number}")).in_language(language);
            person.with_role("Administrators")
        });
        let people: Vec<Member> = people.collect();
        let home = Home::new();
        let bot = home.open(&discord);
        let company = Self { bot, discord, people, sales, _home: home };
        company.read_the_book();
        company
    }

    fn read_the_book(&self) {
        let started = Instant::now();
        let files = [
            Upload::new("customers.csv", book::customers()).of_type("text/csv"),
            Upload::new("invoices.csv", book::invoices()).of_type("text/csv"),
        ];
        let line = "/import file file:customers.csv second:invoices.csv";
        let preview = self.people[0].slash_with(&self.sales, line, &files);
        assert!(preview.acknowledged_after() < ACKNOWLEDGED);
        let read = preview.find_within(READ, |_| true).expect("the book is read");
        let done = preview.press(&read.buttons()[0].label);
        let kept = done.find_within(READ, |message| message.text() != read.text());
        assert!(kept.is_some(), "the book is brought in: {}", read.text());
        let count = self.people[0].slash(&self.sales, "/count").text();
        assert!(count.contains("100,000"), "everybody is in the book: {count}");
        eprintln!("a book of {} customers, read in {:.1?}", book::CUSTOMERS, started.elapsed());
    }

    /// A person asks the question of this turn.
    fn ask(&self, turn: usize) -> Exchange {
        let number = turn % self.people.len();
        let lines = if number.is_multiple_of(2) { ENGLISH } else { DUTCH };
        // Two languages take turns, so each goes on a line every second turn.
        let line = lines[turn / 2 % lines.len()].replace("{name}", &somebody(turn));
        self.people[number].slash(&self.sales, &line)
    }

    /// An admin has something done that takes much, or brings in a small file.
    fn work_hard(&self, turn: usize) -> Exchange {
        let (admin, turns) = (&self.people[0], HEAVY.len() + 1);
        let Some(line) = HEAVY.get(turn % turns) else {
            let text = format!("Klantnummer;Bedrijfsnaam\nN{turn};Nieuw {turn} B.V.\n");
            let file = Upload::new("nieuw.csv", text).of_type("text/csv");
            let preview = admin.slash_with(&self.sales, "/import file file:nieuw.csv", &[file]);
            return preview.press(&preview.message().buttons()[0].label);
        };
        admin.slash(&self.sales, &line.replace("{name}", &somebody(turn)))
    }

    /// Suggestions while a person types a name.
    fn type_name(&self, turn: usize) -> Duration {
        let name = somebody(turn);
        let typed = &name[..=(turn % (name.len() - 1))];
        let person = &self.people[turn % self.people.len()];
        let suggested = person.types(&self.sales, &format!("/customer name:{typed}"));
        assert!(!suggested.choices.is_empty(), "{typed:?} is a beginning of {name:?}");
        suggested.after
    }
}

/// The name of a customer, another one each turn.
fn somebody(turn: usize) -> String {
    book::name(turn.wrapping_mul(7_919) % book::CUSTOMERS)
}

/// Times of the same thing.
struct Times(Vec<Duration>);

impl Times {
    fn new(times: impl IntoIterator<Item = Duration>) -> Self {
        let mut times: Vec<Duration> = times.into_iter().collect();
        assert!(!times.is_empty(), "something was timed");
        times.sort_unstable();
        Self(times)
    }

    fn median(&self) -> Duration {
        self.0[self.0.len() / 2]
    }

    fn longest(&self) -> Duration {
        self.0[self.0.len() - 1]
    }

    fn tell(&self, what: &str) {
        let (median, longest) = (self.median(), self.longest());
        eprintln!(
            "{what:<13} {:>5} times, median {median:.1?}, longest {longest:.1?}",
            self.0.len()
        );
    }
}

#[test]
#[ignore = "a measurement: cargo xtask soak"]
fn two_hundred_who_ask_at_once_are_heard_within_a_second() {
    let company = Company::with_a_large_book();
    let alone = Times::new((0..50).map(|turn| company.type_name(turn)));
    alone.tell("typed alone");
    company.discord.forget_requests();
    let (started, office) = (Instant::now(), &company);
    let (asked, suggested) = std::thread::scope(|scope| {
        let typists: Vec<_> =
            (0..TYPISTS).map(|typist| scope.spawn(move || office.type_name(typist))).collect();
        let asked: Vec<Exchange> = (0..AT_ONCE).map(|turn| company.ask(turn)).collect();
        let suggested = typists.into_iter().map(|typist| typist.join().expect("suggestions"));
        (asked, suggested.collect::<Vec<_>>())
    });
    let acknowledged = Times::new(asked.iter().map(Exchange::acknowledged_after));
    acknowledged.tell("acknowledged");
    let suggested = Times::new(suggested);
    suggested.tell("suggested");
    for (turn, asked) in asked.iter().enumerate() {
        let answer = asked.find_within(ANSWERED, |message| !message.text().is_empty());
        assert!(answer.is_some(), "question {turn} is answered");
    }
    let all = started.elapsed();
    Times::new(asked.iter().map(Exchange::answered_after)).tell("answered");
    eprintln!("everybody has an answer after {all:.1?}; {} KiB", company.bot.memory_kib());
    company.discord.assert_no_refusals();
    assert!(acknowledged.longest() < ACKNOWLEDGED, "{:?}", acknowledged.longest());
    assert!(alone.longest() < SUGGESTED, "{:?}", alone.longest());
    assert!(suggested.median() < SUGGESTED, "{:?}", suggested.median());
}

/// How many minutes the long test goes on, unless the environment says otherwise.
const MINUTES: u64 = 10;
/// After this the memory has to stay as it is: by then the store has read and written more than
/// the 64 MiB of pages that it keeps.
const WARM: Duration = Duration::from_mins(6);
/// A question comes this often, and the memory is read this often.
const QUESTION: Duration = Duration::from_millis(200);
const READING: Duration = Duration::from_secs(5);
const READINGS_A_MINUTE: usize = 12;
/// How many questions may wait for their answer.
const WAITING: usize = 100;
/// How much the memory may grow once it is warm: KiB a minute, and from its first minutes to its
/// last by a tenth.
const GROWTH: f64 = 2_048.0;
const TENTH: f64 = 1.1;
/// So many, for the least of a single minute depends on what fell in it.
const MINUTES_COMPARED: usize = 4;
/// The most memory that a book of this size may take under all that people do, in KiB: a bot
/// with it fits a small server of 1 GiB beside everything else there.
const MOST: f64 = 600.0 * 1_024.0;

/// The memory at a moment since the beginning.
struct Reading {
    minutes: f64,
    kib: f64,
}

#[test]
#[ignore = "a measurement: cargo xtask soak"]
fn memory_stays_flat_under_a_steady_load() {
    let minutes = std::env::var("KLANTWIJZER_SOAK_MINUTES").map_or(MINUTES, |told| {
        told.parse().expect("KLANTWIJZER_SOAK_MINUTES is a whole number of minutes")
    });
    assert!(minutes >= 10, "it takes six minutes to get warm, and four to see growth");
    let company = Company::with_a_large_book();
    let started = Instant::now();
    let mut load = Load { company: &company, open: VecDeque::new(), waited: Vec::new() };
    let mut readings = Vec::new();
    let mut turn = 0;
    while started.elapsed() < Duration::from_mins(minutes) {
        load.go_on(turn);
        turn += 1;
        let since = started.elapsed();
        if since >= READING * u32::try_from(readings.len()).expect("few readings") {
            company.discord.forget_requests();
            let (minutes, kib) = (since.as_secs_f64() / 60.0, company.bot.memory_kib() as f64);
            readings.push(Reading { minutes, kib });
            eprintln!("{minutes:>6.2} min  {turn:>6} questions  {kib:>9.0} KiB");
        }
        let due = QUESTION * u32::try_from(turn).expect("a test ends");
        std::thread::sleep(due.saturating_sub(started.elapsed()));
    }
    load.wait_for_answers(0);
    let rate = turn as f64 / started.elapsed().as_secs_f64();
    eprintln!("{turn} questions in {minutes} minutes, {rate:.1} a second");
    Times::new(load.waited).tell("answered");
    company.discord.assert_no_refusals();
    assert_flat(&readings);
}

/// A mix of everything that people do.
struct Load<'a> {
    company: &'a Company,
    /// What was asked and not yet looked at.
    open: VecDeque<Exchange>,
    waited: Vec<Duration>,
}

impl Load<'_> {
    fn go_on(&mut self, turn: usize) {
        let company = self.company;
        if turn % HEAVY_EVERY == HEAVY_EVERY - 1 {
            self.open.push_back(company.work_hard(turn / HEAVY_EVERY));
            return;
        }
        let person = &company.people[turn % company.people.len()];
        let asked = match turn % 10 {
            3 => {
                company.type_name(turn);
                return;
            }
            5 => person.says(&company.sales, "@bot how many customers do we have?"),
            7 => person.direct("which customers are strategic?"),
            _ => company.ask(turn),
        };
        self.open.push_back(asked);
        self.wait_for_answers(WAITING);
    }

    /// Looks at the oldest until no more than this many are left.
    fn wait_for_answers(&mut self, left: usize) {
        while self.open.len() > left {
            let Some(oldest) = self.open.pop_front() else { return };
            let answer = oldest.find_within(ANSWERED, |message| !message.text().is_empty());
            let answer = answer.expect("each question is answered");
            self.waited.push(oldest.answered_after());
            // Now and then somebody presses what is offered.
            if let Some(button) =
                answer.buttons().first().filter(|_| self.waited.len().is_multiple_of(8))
            {
                let id = button.custom_id.clone().expect("a button of the bot");
                oldest.press(&id).acknowledged_after();
            }
        }
    }
}

/// Work of a moment takes memory for a moment, so what counts is the least of each minute.
fn assert_flat<'a>(readings: &'a [Reading]) {
    let warm = WARM.as_secs_f64() / 60.0;
    let late: Vec<&Reading> = readings.iter().filter(|reading| reading.minutes >= warm).collect();
    let lowest =
        |minute: &[&'a Reading]| minute.iter().copied().min_by(|a, b| a.kib.total_cmp(&b.kib));
    let lows: Vec<&Reading> = late.chunks(READINGS_A_MINUTE).filter_map(lowest).collect();
    let count = lows.len() as f64;
    let mean = |of: fn(&Reading) -> f64| lows.iter().map(|own| of(own)).sum::<f64>() / count;
    let (minutes, kib) = (mean(|own| own.minutes), mean(|own| own.kib));
    let together = |own: &&Reading| (own.minutes - minutes) * (own.kib - kib);
    let spread = |own: &&Reading| (own.minutes - minutes).powi(2);
    let growth = lows.iter().map(together).sum::<f64>() / lows.iter().map(spread).sum::<f64>();
    let mean_of =
        |some: &[&Reading]| some.iter().map(|own| own.kib).sum::<f64>() / some.len() as f64;
    let compared = MINUTES_COMPARED.min(lows.len());
    let (first, last) = (mean_of(&lows[..compared]), mean_of(&lows[lows.len() - compared..]));
    let most = readings.iter().map(|reading| reading.kib).fold(0.0, f64::max);
    eprintln!(
        "warm {first:.0} KiB, at the end {last:.0} KiB, {growth:+.0} KiB a minute; at most {most:.0} KiB"
    );
    assert!(growth < GROWTH, "the memory grows by {growth:.0} KiB a minute");
    assert!(last < first * TENTH, "the memory grew from {first} to {last} KiB");
    assert!(last < MOST, "{last:.0} KiB");
}
