//! Every text that a person reads, per language, from the Fluent files in
//! `locales`. A language is a folder there and a line in [`files`].

#[cfg(test)]
mod check;
mod clean;
mod day;
mod load;
mod money;
mod number;
pub mod terms;

pub use clean::{clean, cut};
pub use load::{IN_DISCORD, Texts, ids};

/// The message with this id, its variables filled in:
/// `say!(texts, "so-many", n = 7_u32, what)`, where `what` stands for `what = what`.
/// Numbers only choose between singular and plural; anything else that is shown
/// comes as text.
#[macro_export]
macro_rules! say {
    ($texts:expr, $id:expr $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $texts.message($id, &$crate::variables!($($name $(= $value)?),*))
    };
}

/// The variables of a message.
#[doc(hidden)]
#[macro_export]
macro_rules! variables {
    (@value $name:ident) => { $name };
    (@value $name:ident = $value:expr) => { $value };
    ($($name:ident $(= $value:expr)?),*) => {{
        #[allow(unused_mut)]
        let mut variables = $crate::FluentArgs::new();
        $(variables.set(stringify!($name), $crate::variables!(@value $name $(= $value)?));)*
        variables
    }};
}
