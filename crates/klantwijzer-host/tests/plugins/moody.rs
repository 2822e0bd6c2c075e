//! A plugin that fails on request: at its start by its configuration, and while
//! it scores by a customer's revenue.

use klantwijzer_plugin::{
    ContactMoment, Customer, CustomerType, FactHandle, Plan, PluginError, PotentialFactor, Score,
    Scorer, ValueFactor, config, export_plugin,
};

struct Moody {
    mood: String,
    revenue: FactHandle,
    income: ValueFactor,
    room: PotentialFactor,
}

impl Scorer for Moody {
    const MANIFEST: &'static str = include_str!("moody.json");

    fn new(plan: &Plan<'_>, json: &str) -> Result<Self, PluginError> {
        let mood: String = config(json)?;
        match mood.as_str() {
            "panic" => panic!("not in the mood"),
            "abort" => std::process::abort(),
            "hang" => hang(),
            _ => {}
        }
        // What a plugin prints must not reach the output of the program.
        println!("{{\"not\": \"for you\"}}");
        Ok(Self {
            mood,
            revenue: plan.fact("net_revenue_12m")?,
            income: plan.value("revenue")?,
            room: plan.potential("room")?,
        })
    }

    fn score(&self, customer: &Customer<'_>, score: &mut Score) {
        let revenue = customer.get(self.revenue);
        match revenue as i64 {
            -1 => panic!("a customer that I cannot stand"),
            -2 => std::process::abort(),
            -3 => hang(),
            _ => {}
        }
        score.add(self.income, revenue);
        score.rate(self.room, revenue / 1000.0);
    }

    fn contacts(&self, customer_type: CustomerType) -> Option<Vec<ContactMoment>> {
        let mine = self.mood == "contacts" && customer_type == CustomerType::Large;
        mine.then(Vec::new)
    }
}

fn hang() -> ! {
    loop {
        std::thread::park();
    }
}

export_plugin!(Moody);
