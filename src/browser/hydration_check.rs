//! Check before hydration: is the document the static page, node for node?

use web_sys::{Element, Node};

use thidua_ui::dom_shape::{DomShape, is_opaque};

/// Attribute of the root with the shape of the static page.
const SHAPE_ATTRIBUTE: &str = "data-shape";

/// Returns whether the nodes below `root` have the shape of the static page.
pub fn is_intact(root: &Element) -> bool {
    let mut shape = DomShape::default();
    add_nodes(root, &mut shape);
    root.get_attribute(SHAPE_ATTRIBUTE) == Some(shape.attribute())
}

fn add_nodes(parent: &Node, shape: &mut DomShape) {
    let mut next = parent.first_child();
    while let Some(node) = next {
        match node.node_type() {
            Node::ELEMENT_NODE => {
                let name = node.node_name();
                shape.open(&name);
                let has_attributes = wasm_bindgen::JsCast::dyn_ref::<Element>(&node)
                    .is_some_and(|element| element.has_attributes());
                if !is_opaque(&name, has_attributes) {
                    add_nodes(&node, shape);
                }
                shape.close();
            }
            Node::COMMENT_NODE => shape.comment(),
            _ => shape.text(),
        }
        next = node.next_sibling();
    }
}
