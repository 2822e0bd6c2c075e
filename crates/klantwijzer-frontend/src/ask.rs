//! Questions, one after another.

use klantwijzer_answer::query::Query;
use klantwijzer_ask::understanding::{Outcome, language_of};
use klantwijzer_desk::{Asked, Book};
use klantwijzer_text::render::{self, Names};
use klantwijzer_text::{Failure, Texts, fail};
use serde_json::{Value, json};

use crate::export::wanted;
use crate::output::Output;
use crate::program::Program;

/// How many customers a person sees at once; scripts get all of them.
const SHOWN: usize = 15;

/// Columns of the text in the JSON answer.
const TEXT_WIDTH: usize = 100;

/// Answers one question.
pub fn ask(program: &Program, question: &str) -> Result<Output, Failure> {
    Conversation::new(program).ask(question)
}

/// Questions of one person, each of which may lean on the one before.
pub struct Conversation<'a> {
    program: &'a Program,
    /// What was answered last.
    previous: Option<Query>,
}

impl<'a> Conversation<'a> {
    /// Nothing was asked yet.
    pub const fn new(program: &'a Program) -> Self {
        Self { program, previous: None }
    }

    /// Answers a question in its own language.
    pub fn ask(&mut self, question: &str) -> Result<Output, Failure> {
        let program = self.program;
        if wanted(question).is_some() {
            let texts = Texts::of(language_of(question).unwrap_or(program.texts.language()));
            return Err(fail!(texts, "export-by-command"));
        }
        let book = program.book()?;
        let hint = Some(program.texts.language());
        let reply = program.wait(book.ask(question, self.previous.as_ref(), hint))?;
        let output = worded(program, &book, question, &reply);
        if let Outcome::Understood(query) = reply.understanding.outcome {
            self.previous = Some(query);
        }
        Ok(output)
    }
}

fn worded(program: &Program, book: &Book<'_>, question: &str, reply: &Asked) -> Output {
    let names = program.names(book);
    let texts = Texts::of(reply.understanding.language);
    let understanding = &reply.understanding;
    let (page, answer) = match &reply.answer {
        Some(answer) => {
            let mut page = render::answer(answer, texts, &names).shortened(SHOWN, texts);
            let mut answer = klantwijzer_text::json::answer(answer, texts, &names);
            if let Some(assumed) = render::assumed(&understanding.assumed, texts, &names) {
                page.note_first(&assumed);
                answer.notes.insert(0, assumed);
            }
            (page, json!(answer))
        }
        None => (render::unclear(&understanding.outcome, texts, &names), Value::Null),
    };
    let (intent, slots, suggestions) = match &understanding.outcome {
        Outcome::Understood(query) => {
            let (intent, slots) = intent_and_slots(query);
            (intent, slots, Vec::new())
        }
        Outcome::Unclear { suggestions, .. } => {
            let readings = suggestions.iter().map(|query| suggestion(query, texts, &names));
            (Value::Null, json!({}), readings.collect())
        }
    };
    let json = json!({
        "question": question,
        "language": understanding.language,
        "understood": reply.answer.is_some(),
        "intent": intent,
        "slots": slots,
        "confidence": understanding.confidence,
        "suggestions": suggestions,
        "answer": answer,
        "text": page.plain(TEXT_WIDTH),
    });
    Output::new(page, json)
}

fn intent_and_slots(query: &Query) -> (Value, Value) {
    let mut tagged = serde_json::to_value(query).unwrap_or_default();
    let intent = tagged.get_mut("intent").map(Value::take).unwrap_or_default();
    let slots = tagged.get_mut("slots").map_or_else(|| json!({}), Value::take);
    (intent, slots)
}

fn suggestion(query: &Query, texts: &Texts, names: &dyn Names) -> Value {
    let (intent, slots) = intent_and_slots(query);
    json!({ "question": render::question(query, texts, names), "intent": intent, "slots": slots })
}
