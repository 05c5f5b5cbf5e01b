//! Paths: encoding, refused values, base paths, templates with a query.

mod common;

use common::sent_to;

const HOST: &str = "https://h.example";

async fn path(template: &'static str, value: &str) -> Result<String, String> {
    let url = sent_to(HOST, template, |request| request.path("name", value)).await?;
    Ok(url.strip_prefix(HOST).unwrap().to_owned())
}

#[tokio::test]
async fn a_value_is_one_segment_and_encoded_once() {
    for (value, expected) in [
        ("plain-._~09AZ", "/certificates/plain-._~09AZ/backup"),
        ("a/b", "/certificates/a%2Fb/backup"),
        ("../named", "/certificates/..%2Fnamed/backup"),
        (
            "c/../../secrets/s",
            "/certificates/c%2F..%2F..%2Fsecrets%2Fs/backup",
        ),
        ("a%2Fb", "/certificates/a%252Fb/backup"),
        ("100%", "/certificates/100%25/backup"),
        ("a b", "/certificates/a%20b/backup"),
        ("a?b#c", "/certificates/a%3Fb%23c/backup"),
        ("a+b&c=d", "/certificates/a%2Bb%26c%3Dd/backup"),
        ("é", "/certificates/%C3%A9/backup"),
        ("\t\n", "/certificates/%09%0A/backup"),
        ("\\..\\x", "/certificates/%5C..%5Cx/backup"),
        ("%2e%2e", "/certificates/%252e%252e/backup"),
        ("...", "/certificates/.../backup"),
        ("!'()*;:@", "/certificates/%21%27%28%29%2A%3B%3A%40/backup"),
    ] {
        assert_eq!(
            path("/certificates/{name}/backup", value).await.as_deref(),
            Ok(expected)
        );
    }
}

#[tokio::test]
async fn values_that_lead_elsewhere_are_refused_by_name() {
    for value in ["", ".", ".."] {
        let error = path("/certificates/{name}", value).await.unwrap_err();
        assert!(
            error.contains("Thing_Get") && error.contains("`name`"),
            "{error}"
        );
        assert!(error.contains(&format!("{value:?}")), "{error}");
    }
}

#[tokio::test]
async fn an_absent_value_is_refused_except_where_it_may_be() {
    let absent = || None::<String>;
    let refused = sent_to(HOST, "/c/{v}", |request| request.path("v", absent())).await;
    assert!(refused.unwrap_err().contains("`v`"));
    for (value, expected) in [
        (None, "/c/x/"),
        (Some(""), "/c/x/"),
        (Some("v 1"), "/c/x/v%201"),
    ] {
        let url = sent_to(HOST, "/c/{name}/{v}", |request| {
            request.path("name", "x");
            request.path_optional("v", value);
        });
        assert_eq!(url.await, Ok(format!("{HOST}{expected}")));
    }
    let in_the_middle = sent_to(HOST, "/c/{v}/end", |request| {
        request.path_optional("v", absent())
    })
    .await;
    assert!(in_the_middle.unwrap_err().contains("cannot be absent"));
    let dots = sent_to(HOST, "/c/{v}", |request| request.path_optional("v", "..")).await;
    assert!(dots.is_err());
}

#[tokio::test]
async fn a_value_is_never_expanded_again() {
    let url = sent_to(HOST, "/{a}/{b}", |request| {
        request.path("a", "{b}");
        request.path("b", "{a}");
    });
    assert_eq!(url.await, Ok(format!("{HOST}/%7Bb%7D/%7Ba%7D")));
}

#[tokio::test]
async fn a_placeholder_without_a_value_is_an_error() {
    let error = sent_to(HOST, "/{a}/{b}", |request| request.path("a", "x"))
        .await
        .unwrap_err();
    assert!(error.contains("`b` has no value"), "{error}");
}

#[tokio::test]
async fn a_brace_without_a_partner_is_text() {
    let url = sent_to(HOST, "/{a}/{b", |request| request.path("a", "x")).await;
    assert_eq!(url, Ok(format!("{HOST}/x/%7Bb")));
}

#[tokio::test]
async fn verbatim_values_keep_their_slashes_and_encoding() {
    for (value, expected) in [
        (
            "/subscriptions/s/resourceGroups/r",
            "/subscriptions/s/resourceGroups/r/providers/X",
        ),
        ("subscriptions/s/", "/subscriptions/s/providers/X"),
        ("a%2Fb", "/a%2Fb/providers/X"),
        ("a b?c#d", "/a%20b%3Fc%23d/providers/X"),
        ("a;b=c,d:e@f", "/a;b=c,d:e@f/providers/X"),
        ("a..b/.c", "/a..b/.c/providers/X"),
    ] {
        let url = sent_to(HOST, "/{scope}/providers/X", |request| {
            request.path_verbatim("scope", value);
        });
        assert_eq!(url.await, Ok(format!("{HOST}{expected}")), "{value}");
    }
}

#[tokio::test]
async fn the_root_scope_is_no_segment() {
    for (template, expected) in [
        ("/{scope}/providers/X", "/providers/X"),
        ("/a/{scope}/providers/X", "/a/providers/X"),
        ("/{scope}", "/"),
    ] {
        let url = sent_to(HOST, template, |request| {
            request.path_verbatim("scope", "/");
        });
        assert_eq!(url.await, Ok(format!("{HOST}{expected}")), "{template}");
    }
}

#[tokio::test]
async fn verbatim_values_with_dot_segments_are_refused() {
    for value in [
        "",
        "//",
        ".",
        "..",
        "a/../b",
        "a/./b",
        "a/%2e%2E/b",
        "a/.%2e",
        "%2E",
        "/../x",
    ] {
        let url = sent_to(HOST, "/{scope}/providers/X", |request| {
            request.path_verbatim("scope", value)
        });
        assert!(url.await.unwrap_err().contains("`scope`"), "{value}");
    }
}

#[tokio::test]
async fn control_characters_cannot_hide_dot_segments() {
    // URL parsers drop tabs and line feeds, and turn backslashes into slashes.
    for (value, expected) in [
        ("a/.\t./b", "/a/.%09./b"),
        ("a\\..\\b", "/a%5C..%5Cb"),
        ("a/\n..\n/b", "/a/%0A..%0A/b"),
    ] {
        let url = sent_to(HOST, "/{scope}", |request| {
            request.path_verbatim("scope", value)
        });
        assert_eq!(url.await, Ok(format!("{HOST}{expected}")));
    }
}

#[tokio::test]
async fn templates_that_would_be_folded_are_refused() {
    for template in ["/a/../b", "/a/./b", "/a/%2e%2e/b", "/a\\b", "/a/.."] {
        let error = sent_to(HOST, template, |_| ()).await.unwrap_err();
        assert!(error.contains("would be folded"), "{template}: {error}");
    }
}

#[tokio::test]
async fn base_paths_stay_and_slashes_are_single() {
    for (endpoint, expected) in [
        ("https://h.example", "https://h.example/x/a"),
        ("https://h.example/", "https://h.example/x/a"),
        ("https://h.example//", "https://h.example/x/a"),
        (
            "https://h.example/proxy/arm",
            "https://h.example/proxy/arm/x/a",
        ),
        (
            "https://h.example/proxy/arm//",
            "https://h.example/proxy/arm/x/a",
        ),
        ("https://H.Example:443/", "https://h.example/x/a"),
        ("https://h.example:8443/", "https://h.example:8443/x/a"),
        (
            "https://h.example/p?sig=a%2Bb",
            "https://h.example/p/x/a?sig=a%2Bb",
        ),
        ("https://h.example/p#f", "https://h.example/p/x/a"),
    ] {
        for template in ["/x/{name}", "x/{name}"] {
            let url = sent_to(endpoint, template, |request| request.path("name", "a")).await;
            assert_eq!(url.as_deref(), Ok(expected), "{endpoint} {template}");
        }
    }
    assert_eq!(
        sent_to("https://h.example/p/", "/", |_| ())
            .await
            .as_deref(),
        Ok("https://h.example/p/")
    );
}

#[tokio::test]
async fn a_template_s_query_is_kept_and_filled() {
    let url = sent_to(HOST, "/{name}?comp=list&kind={kind}", |request| {
        request.path("name", "a?b");
        request.path("kind", "x&y=z");
        request.query("api-version", "1");
    });
    let expected = "/a%3Fb?comp=list&kind=x%26y%3Dz&api-version=1";
    assert_eq!(url.await, Ok(format!("{HOST}{expected}")));
}

#[tokio::test]
async fn the_first_fault_is_the_one_that_is_told() {
    let error = sent_to(HOST, "/{a}/{b}", |request| {
        request.path("a", "..");
        request.path("b", ".");
    });
    let error = error.await.unwrap_err();
    assert!(error.contains("`a`") && !error.contains("`b`"), "{error}");
}
