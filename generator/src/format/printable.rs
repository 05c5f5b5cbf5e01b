//! Finds syntax that `prettyplease` would panic on.
//!
//! In: parsed syntax.
//! Out: nothing, or what is there that cannot be printed.
//!
//! `syn` keeps syntax that it does not know as verbatim tokens, and `prettyplease` gives up on them. The emitters use
//! nothing of that kind; this check makes sure that a mistake there is an error and not a panic.

use proc_macro2::TokenStream;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, File, ImplItem, Item, Lit, Pat, TraitItem, Type, TypeParamBound};

/// Refuses syntax that holds verbatim tokens.
pub(super) fn check(file: &mut File) -> Result<(), String> {
    let mut search = Search { found: None };
    search.visit_file_mut(file);
    match search.found {
        Some(tokens) => Err(format!("syntax that cannot be printed: {tokens}")),
        None => Ok(()),
    }
}

struct Search {
    found: Option<String>,
}

impl Search {
    fn note(&mut self, tokens: &TokenStream) {
        self.found.get_or_insert_with(|| tokens.to_string());
    }
}

impl VisitMut for Search {
    fn visit_item_mut(&mut self, item: &mut Item) {
        if let Item::Verbatim(tokens) = item {
            self.note(tokens);
        }
        visit_mut::visit_item_mut(self, item);
    }

    fn visit_impl_item_mut(&mut self, item: &mut ImplItem) {
        if let ImplItem::Verbatim(tokens) = item {
            self.note(tokens);
        }
        visit_mut::visit_impl_item_mut(self, item);
    }

    fn visit_trait_item_mut(&mut self, item: &mut TraitItem) {
        if let TraitItem::Verbatim(tokens) = item {
            self.note(tokens);
        }
        visit_mut::visit_trait_item_mut(self, item);
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        if let Expr::Verbatim(tokens) = expression {
            self.note(tokens);
        }
        visit_mut::visit_expr_mut(self, expression);
    }

    fn visit_type_mut(&mut self, ty: &mut Type) {
        if let Type::Verbatim(tokens) = ty {
            self.note(tokens);
        }
        visit_mut::visit_type_mut(self, ty);
    }

    fn visit_pat_mut(&mut self, pattern: &mut Pat) {
        if let Pat::Verbatim(tokens) = pattern {
            self.note(tokens);
        }
        visit_mut::visit_pat_mut(self, pattern);
    }

    fn visit_type_param_bound_mut(&mut self, bound: &mut TypeParamBound) {
        if let TypeParamBound::Verbatim(tokens) = bound {
            self.note(tokens);
        }
        visit_mut::visit_type_param_bound_mut(self, bound);
    }

    fn visit_lit_mut(&mut self, literal: &mut Lit) {
        if let Lit::Verbatim(token) = literal {
            self.found.get_or_insert_with(|| token.to_string());
        }
    }
}
