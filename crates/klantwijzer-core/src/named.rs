//! Values that scripts, settings and files call by a name.

/// An enum without details of which each value has a name: the one that scripts,
/// settings and files write, and serde with them.
#[macro_export]
macro_rules! named {
    ($(#[$doc:meta])* enum $name:ident { $($(#[$of:meta])* $value:ident $id:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(::serde::Serialize, ::serde::Deserialize)]
        pub enum $name { $($(#[$of])* #[serde(rename = $id)] $value,)* }

        impl $name {
            /// Every one, in the order of their list.
            pub const ALL: [Self; [$($id),*].len()] = [$(Self::$value),*];

            /// Its name.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$value => $id,)* }
            }

            /// The one with this name.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|known| known.id() == id)
            }
        }
    };
}
