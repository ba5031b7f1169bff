//! Pages as HTML: the template of the browser build is filled with a head, the rendered page and its policy.

pub mod embed;
pub mod head;
mod json_ld;
pub mod page;
pub mod policy;
pub mod render;
pub mod shape;
pub mod template;
