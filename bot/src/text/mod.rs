//! Every text that a person reads, per language, from the Fluent files in
//! `locales`. A language is a folder there and a line in [`files`].

#[cfg(test)]
mod check;
mod clean;
mod day;
mod load;
mod number;
pub(crate) mod terms;

pub(crate) use clean::{clean, cut};
pub(crate) use load::Texts;

/// The message with this id, its variables filled in:
/// `say!(texts, "so-many", n = 7_u32, what = what)`. Numbers only choose between
/// singular and plural; anything else that is shown comes as text.
macro_rules! say {
    ($texts:expr, $id:expr $(, $name:ident = $value:expr)* $(,)?) => {{
        #[allow(unused_mut)]
        let mut variables = ::fluent_bundle::FluentArgs::new();
        $(variables.set(stringify!($name), $value);)*
        $texts.message($id, &variables)
    }};
}
pub(crate) use say;
