//! The rules of names, as tables.

use armature_codegen::name::{Name, distinct};

/// Wire spelling, snake, pascal, kebab.
#[track_caller]
fn check(rows: &[(&str, &str, &str, &str)]) {
    for (wire, snake, pascal, kebab) in rows {
        let name = Name::from_wire(wire);
        let cases = (name.snake(), name.pascal(), name.kebab());
        let expected = (
            (*snake).to_owned(),
            (*pascal).to_owned(),
            (*kebab).to_owned(),
        );
        assert_eq!(cases, expected, "{wire:?}");
        assert_eq!(name.wire(), *wire);
    }
}

#[test]
fn words_are_separated_by_case_and_signs() {
    check(&[
        (
            "certificate-id",
            "certificate_id",
            "CertificateId",
            "certificate-id",
        ),
        (
            "certificateId",
            "certificate_id",
            "CertificateId",
            "certificate-id",
        ),
        (
            "CERTIFICATE_ID",
            "certificate_id",
            "CertificateId",
            "certificate-id",
        ),
        (
            "Resource Name Definition",
            "resource_name_definition",
            "ResourceNameDefinition",
            "resource-name-definition",
        ),
        (
            "  SystemAssigned, UserAssigned ",
            "system_assigned_user_assigned",
            "SystemAssignedUserAssigned",
            "system-assigned-user-assigned",
        ),
        ("__a__b__", "a_b", "AB", "a-b"),
        (
            "restAuthCredential.isEnabled",
            "rest_auth_credential_is_enabled",
            "RestAuthCredentialIsEnabled",
            "rest-auth-credential-is-enabled",
        ),
        (
            "application/json;odata=nometadata",
            "application_json_odata_nometadata",
            "ApplicationJsonOdataNometadata",
            "application-json-odata-nometadata",
        ),
        (
            "AWS::SecurityAudit",
            "aws_security_audit",
            "AwsSecurityAudit",
            "aws-security-audit",
        ),
        (
            "attr_N:qualifiedName",
            "attr_n_qualified_name",
            "AttrNQualifiedName",
            "attr-n-qualified-name",
        ),
    ]);
}

#[test]
fn acronyms_are_words() {
    check(&[
        (
            "X509Thumbprint",
            "x509_thumbprint",
            "X509Thumbprint",
            "x509-thumbprint",
        ),
        ("x5t#S256", "x5t_s256", "X5tS256", "x5t-s256"),
        ("IPAddress", "ip_address", "IpAddress", "ip-address"),
        ("IPv4Address", "ipv4_address", "Ipv4Address", "ipv4-address"),
        ("enableIPv6", "enable_ipv6", "EnableIpv6", "enable-ipv6"),
        ("ETag", "etag", "Etag", "etag"),
        ("eTag", "etag", "Etag", "etag"),
        ("someTag", "some_tag", "SomeTag", "some-tag"),
        (
            "ifMatchETag",
            "if_match_etag",
            "IfMatchEtag",
            "if-match-etag",
        ),
        ("IDs", "ids", "Ids", "ids"),
        ("vmIDs", "vm_ids", "VmIds", "vm-ids"),
        (
            "allVMsCount",
            "all_vms_count",
            "AllVmsCount",
            "all-vms-count",
        ),
        ("DNSsuffix", "dn_ssuffix", "DnSsuffix", "dn-ssuffix"),
        (
            "OAuth2Settings",
            "oauth2_settings",
            "Oauth2Settings",
            "oauth2-settings",
        ),
        (
            "DDoSProtection",
            "ddos_protection",
            "DdosProtection",
            "ddos-protection",
        ),
        (
            "createdAtUTC",
            "created_at_utc",
            "CreatedAtUtc",
            "created-at-utc",
        ),
        (
            "Standard_DS1_v2",
            "standard_ds1_v2",
            "StandardDs1V2",
            "standard-ds1-v2",
        ),
        ("S1-v2", "s1_v2", "S1V2", "s1-v2"),
    ]);
}

#[test]
fn signs_before_a_name_mean_nothing() {
    check(&[
        ("$filter", "filter", "Filter", "filter"),
        ("@odata.type", "odata_type", "OdataType", "odata-type"),
        (
            "@search.nextPageParameters",
            "search_next_page_parameters",
            "SearchNextPageParameters",
            "search-next-page-parameters",
        ),
        ("$@#name", "name", "Name", "name"),
        (
            "#Microsoft.Media.Video",
            "microsoft_media_video",
            "MicrosoftMediaVideo",
            "microsoft-media-video",
        ),
    ]);
}

#[test]
fn signs_alone_have_names() {
    check(&[
        ("*", "asterisk", "Asterisk", "asterisk"),
        ("+", "plus", "Plus", "plus"),
        ("-", "minus", "Minus", "minus"),
        ("<", "less_than", "LessThan", "less-than"),
        (
            "<=",
            "less_than_or_equal",
            "LessThanOrEqual",
            "less-than-or-equal",
        ),
        (
            ">=",
            "greater_than_or_equal",
            "GreaterThanOrEqual",
            "greater-than-or-equal",
        ),
        ("!=", "not_equal", "NotEqual", "not-equal"),
        ("==", "equal", "Equal", "equal"),
        ("&&", "and", "And", "and"),
        (
            "**",
            "asterisk_asterisk",
            "AsteriskAsterisk",
            "asterisk-asterisk",
        ),
        ("_", "underscore", "Underscore", "underscore"),
        ("/", "slash", "Slash", "slash"),
        ("$", "dollar", "Dollar", "dollar"),
        (
            "≤",
            "less_than_or_equal",
            "LessThanOrEqual",
            "less-than-or-equal",
        ),
    ]);
}

#[test]
fn signs_that_carry_meaning_keep_names_apart() {
    check(&[
        (
            "Recoverable+Purgeable",
            "recoverable_purgeable",
            "RecoverablePurgeable",
            "recoverable-purgeable",
        ),
        (
            "startTimeUtc>",
            "start_time_utc_greater_than",
            "StartTimeUtcGreaterThan",
            "start-time-utc-greater-than",
        ),
        (
            "startTimeUtc<",
            "start_time_utc_less_than",
            "StartTimeUtcLessThan",
            "start-time-utc-less-than",
        ),
        (
            ">=5",
            "greater_than_or_equal_5",
            "GreaterThanOrEqual5",
            "greater-than-or-equal-5",
        ),
        ("!done", "not_done", "NotDone", "not-done"),
        ("-1", "minus_1", "Minus1", "minus-1"),
        ("+1", "plus_1", "Plus1", "plus-1"),
        ("-name", "name", "Name", "name"),
        ("C", "c", "C", "c"),
        ("C#", "c_sharp", "CSharp", "c-sharp"),
        ("C++", "c_plus_plus", "CPlusPlus", "c-plus-plus"),
        ("50%", "_50_percent", "_50Percent", "50-percent"),
        ("R&D", "r_and_d", "RAndD", "r-and-d"),
        (
            "Microsoft.Web/*",
            "microsoft_web_asterisk",
            "MicrosoftWebAsterisk",
            "microsoft-web-asterisk",
        ),
        ("List<Item>", "list_item", "ListItem", "list-item"),
        (
            "KeyValuePair[String,Object]",
            "key_value_pair_string_object",
            "KeyValuePairStringObject",
            "key-value-pair-string-object",
        ),
        ("atScope()", "at_scope", "AtScope", "at-scope"),
    ]);
}

#[test]
fn digits_keep_their_distance() {
    check(&[
        ("7.4", "_7_4", "_7_4", "7-4"),
        ("74", "_74", "_74", "74"),
        ("2024-05-01", "_2024_05_01", "_2024_05_01", "2024-05-01"),
        ("TLS1_2", "tls1_2", "Tls1_2", "tls1-2"),
        ("1stParty", "_1st_party", "_1stParty", "1st-party"),
    ]);
}

#[test]
fn characters_beyond_ascii_become_ascii() {
    check(&[
        ("Größe", "grosse", "Grosse", "grosse"),
        ("Ünïcode", "unicode", "Unicode", "unicode"),
        ("e\u{301}tat", "etat", "Etat", "etat"),
        ("Жук", "zhuk", "Zhuk", "zhuk"),
        ("北京", "bei_jing", "BeiJing", "bei-jing"),
        ("😀", "u1f600", "U1f600", "u1f600"),
        ("ok😀", "ok_u1f600", "OkU1f600", "ok-u1f600"),
        ("Premium – v2", "premium_v2", "PremiumV2", "premium-v2"),
        ("a\u{a0}b", "a_b", "AB", "a-b"),
        ("\u{feff}name\u{200b}", "name", "Name", "name"),
        ("½", "_1_2", "_1_2", "1-2"),
    ]);
}

#[test]
fn no_name_is_empty() {
    check(&[
        ("", "empty", "Empty", "empty"),
        (" ", "empty", "Empty", "empty"),
        ("\n\t", "empty", "Empty", "empty"),
        ("\u{200b}", "empty", "Empty", "empty"),
    ]);
}

/// The characters of most scripts and a sample of all others, alone and between letters: the cases are identifiers, or words with hyphens.
#[test]
fn any_character_gives_an_identifier() {
    let is_identifier = |text: &str| {
        !text.is_empty()
            && !text.starts_with(|c: char| c.is_ascii_digit())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            && text != "_"
    };
    let common = '\0'..'\u{3100}';
    let others = ('\u{3100}'..=char::MAX).step_by(257);
    for c in common.chain(others) {
        for wire in [c.to_string(), format!("a{c}B"), format!("1{c}")] {
            let name = Name::from_wire(&wire);
            assert!(is_identifier(&name.snake()), "{wire:?}: {}", name.snake());
            assert!(is_identifier(&name.pascal()), "{wire:?}: {}", name.pascal());
            let kebab = name.kebab();
            assert!(
                !kebab.is_empty() && !kebab.contains("--"),
                "{wire:?}: {kebab}"
            );
        }
    }
}

#[test]
fn long_names_are_names() {
    let long = "aB".repeat(100_000);
    assert_eq!(Name::from_wire(&long).snake().len(), 300_000);
    let signs = "*".repeat(10_000);
    assert_eq!(Name::from_wire(&signs).pascal(), "Asterisk".repeat(10_000));
}

#[test]
fn the_preferred_spelling_counts_and_the_wire_spelling_stays() {
    let name = Name::from_wire("x5t").preferring("X509Thumbprint");
    assert_eq!(name.wire(), "x5t");
    assert_eq!(name.spelled(), "X509Thumbprint");
    assert_eq!(name.snake(), "x509_thumbprint");
}

#[test]
fn a_number_shows_in_every_case() {
    let name = Name::from_wire("S1-v2").numbered(2);
    assert_eq!(name.snake(), "s1_v2_2");
    assert_eq!(name.pascal(), "S1V2_2");
    assert_eq!(name.kebab(), "s1-v2-2");
    assert_eq!(name.wire(), "S1-v2");
}

/// Spellings in, spellings out, and which were renamed because of which.
#[track_caller]
fn check_distinct(wires: &[&str], expected: &[&str], renamed: &[(usize, usize)]) {
    let mut names: Vec<Name> = wires.iter().map(|wire| Name::from_wire(wire)).collect();
    assert_eq!(distinct(&mut names, Name::pascal), renamed);
    let spelled: Vec<String> = names.iter().map(Name::pascal).collect();
    assert_eq!(spelled, expected);
    let wires_after: Vec<&str> = names.iter().map(Name::wire).collect();
    assert_eq!(wires_after, wires);
}

#[test]
fn distinct_names_stay() {
    check_distinct(&["a", "b"], &["A", "B"], &[]);
    check_distinct(&[], &[], &[]);
}

#[test]
fn the_first_of_names_alike_keeps_its_name() {
    check_distinct(
        &["S1-v2", "S1_v2", "s1V2", "s1 v2"],
        &["S1V2", "S1V2_2", "S1V2_3", "S1V2_4"],
        &[(1, 0), (2, 0), (3, 0)],
    );
}

#[test]
fn numbers_pass_over_names_that_others_have() {
    check_distinct(
        &["v1", "v1", "v1_2", "v1.3", "V1"],
        &["V1", "V1_4", "V1_2", "V1_3", "V1_5"],
        &[(1, 0), (4, 0)],
    );
    check_distinct(
        &["v1_2", "v1_2", "v1", "v1"],
        &["V1_2", "V1_2_2", "V1", "V1_3"],
        &[(1, 0), (3, 2)],
    );
}

#[test]
fn many_names_alike_are_numbered_quickly() {
    let wires = vec!["same"; 20_000];
    let mut names: Vec<Name> = wires.iter().map(|wire| Name::from_wire(wire)).collect();
    assert_eq!(distinct(&mut names, Name::snake).len(), 19_999);
    assert_eq!(names[19_999].snake(), "same_20000");
}

#[test]
fn a_spelling_that_ignores_numbers_ends() {
    let mut names = vec![Name::from_wire("a"), Name::from_wire("a")];
    assert_eq!(distinct(&mut names, |name| name.wire().to_owned()), []);
}
