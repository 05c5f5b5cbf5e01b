//! No emitted type prints what it holds: models, options and whatever else has fields derive `SafeDebug`, never `Debug`.

mod sample;

use armature_codegen::emit::emit;
use armature_codegen::format::format;
use syn::visit::{self, Visit};
use syn::{Attribute, Fields, ItemEnum, ItemStruct};

/// The names of types that print their fields, and how many print only their name.
#[derive(Default)]
struct Types {
    open: Vec<String>,
    safe: usize,
}

fn derives(attributes: &[Attribute], name: &str) -> bool {
    let mut found = false;
    for attribute in attributes.iter().filter(|a| a.path().is_ident("derive")) {
        let each = attribute.parse_nested_meta(|derived| {
            found |= derived
                .path
                .segments
                .last()
                .is_some_and(|last| last.ident == name);
            Ok(())
        });
        each.unwrap();
    }
    found
}

impl<'ast> Visit<'ast> for Types {
    fn visit_item_struct(&mut self, item: &'ast ItemStruct) {
        if derives(&item.attrs, "Debug") && !matches!(item.fields, Fields::Unit) {
            self.open.push(item.ident.to_string());
        }
        self.safe += usize::from(derives(&item.attrs, "SafeDebug"));
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast ItemEnum) {
        // The values of an enumeration are names of the description; anything else in a variant is a model's.
        let holds = |fields: &Fields| fields.iter().any(|field| !is_string(&field.ty));
        let mut variants = item.variants.iter();
        if derives(&item.attrs, "Debug") && variants.any(|variant| holds(&variant.fields)) {
            self.open.push(item.ident.to_string());
        }
        visit::visit_item_enum(self, item);
    }
}

fn is_string(field: &syn::Type) -> bool {
    matches!(field, syn::Type::Path(path) if path.path.is_ident("String"))
}

#[test]
fn nothing_that_has_fields_derives_debug() {
    let mut types = Types::default();
    for package in [sample::package(), sample::stand_alone()] {
        for file in emit(&package) {
            let file = format(file).unwrap();
            if file.path.starts_with("src/") {
                types.visit_file(&syn::parse_file(&file.text).unwrap());
            }
        }
    }
    assert_eq!(types.open, [""; 0]);
    assert!(types.safe > 10, "{} types were looked at", types.safe);
}
