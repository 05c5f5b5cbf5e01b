//! Operations of the sample.

use armature_codegen::model::*;

use super::types::{COLOR, MODE, THING, THING_COLLECTION, THING_ERROR};
use super::{GROUP, described, examples, name, place, text};

const COLLECTION: &str = "/subscriptions/{subscriptionId}/things";
const ITEM: &str = "/subscriptions/{subscriptionId}/things/{thingName}";

pub fn all() -> Vec<Operation> {
    vec![
        get(),
        get_entity_tag(),
        list(),
        create(),
        update(),
        delete(),
        begin_create(),
        begin_delete(),
        export(),
        import(),
        find(),
        submit(),
    ]
}

pub fn of_vault() -> Vec<Operation> {
    let mut get = operation("GetKey", HttpMethod::Get, "/keys/{key-name}");
    get.group = None;
    get.parameters.drain(..2);
    get.parameters.insert(0, path("key-name"));
    get.success = json(&[200], Type::Named(TypeId(0)));
    get.examples = vec![examples::get_key()];
    vec![get]
}

fn get() -> Operation {
    let mut get = operation("Thing_Get", HttpMethod::Get, ITEM);
    get.doc = Doc {
        summary: Some("Gets a thing".to_owned()),
        description: Some("Reads a thing. See http://example.com/a_b_c?x=<y>.".to_owned()),
    };
    get.success = json(&[200], Type::Named(THING));
    get.success.headers = Some(HeaderSetId(0));
    get.examples = vec![examples::get()];
    get
}

fn get_entity_tag() -> Operation {
    let mut head = operation("Thing_GetEntityTag", HttpMethod::Head, ITEM);
    head.success = nothing(&[200]);
    head.success.headers = Some(HeaderSetId(1));
    head.examples = vec![examples::get_entity_tag()];
    head
}

fn list() -> Operation {
    let mut list = operation("Thing_List", HttpMethod::Get, COLLECTION);
    list.parameters.remove(1);
    let mut top = parameter(
        "$top",
        ParameterLocation::Query(Collection::Comma),
        ParameterSource::Option,
        Type::Scalar(Scalar::Int32),
    );
    top.doc = described("How many");
    top.notes = vec!["at least 1".to_owned()];
    list.parameters.push(top);
    list.parameters.push(parameter(
        "$filter",
        ParameterLocation::Query(Collection::Comma),
        ParameterSource::Option,
        text(),
    ));
    list.success = json(&[200], Type::Named(THING_COLLECTION));
    let next_link = NextLink::Field(vec!["nextLink".to_owned()]);
    list.outcome = Outcome::Paged(Paging {
        page: THING_COLLECTION,
        item: Type::Named(THING),
        next_link,
        link_base: None,
    });
    list.examples = vec![examples::list()];
    list
}

fn create() -> Operation {
    let mut create = operation("Thing_Create", HttpMethod::Put, ITEM);
    create.parameters.push(parameter(
        "If-Match",
        ParameterLocation::Header(Collection::Comma),
        ParameterSource::Option,
        text(),
    ));
    create.body = Some(body(
        "parameters",
        true,
        Type::Named(THING),
        MediaType::Json("application/json".to_owned()),
    ));
    create.success = json(&[200, 201], Type::Named(THING));
    create.success.headers = Some(HeaderSetId(0));
    create.examples = vec![examples::create()];
    create
}

fn update() -> Operation {
    let mut update = operation("Thing_Update", HttpMethod::Patch, ITEM);
    update.parameters.push(parameter(
        "If-Match",
        ParameterLocation::Header(Collection::Comma),
        ParameterSource::Argument,
        text(),
    ));
    update.body = Some(body(
        "request",
        false,
        Type::Named(THING),
        MediaType::Json("application/merge-patch+json".to_owned()),
    ));
    update.success = nothing(&[204]);
    update.examples = vec![examples::update()];
    update
}

fn delete() -> Operation {
    let mut delete = operation("Thing_Delete", HttpMethod::Delete, ITEM);
    delete.doc.summary = Some("Deletes a thing".to_owned());
    delete.success = nothing(&[200, 204]);
    delete.examples = vec![examples::delete()];
    delete
}

fn begin_create() -> Operation {
    let mut start = operation("Thing_Build", HttpMethod::Put, &format!("{ITEM}/build"));
    start.body = Some(body(
        "parameters",
        true,
        Type::Named(THING),
        MediaType::Json("application/json".to_owned()),
    ));
    start.success = json(&[200, 201], Type::Named(THING));
    start.outcome = long_running(FinalState::AzureAsyncOperation);
    start.examples = vec![examples::build()];
    start
}

fn begin_delete() -> Operation {
    let mut start = operation("Thing_Purge", HttpMethod::Delete, &format!("{ITEM}/purge"));
    start.success = nothing(&[202, 204]);
    start.outcome = long_running(FinalState::Location);
    start.examples = vec![examples::purge()];
    start
}

fn long_running(final_state: FinalState) -> Outcome {
    Outcome::LongRunning(LongRunning::ResourceManager {
        final_state,
        pages: None,
    })
}

fn export() -> Operation {
    let mut export = operation("Thing_Export", HttpMethod::Get, &format!("{ITEM}/export"));
    export.parameters.push(parameter(
        "at",
        ParameterLocation::Query(Collection::Comma),
        ParameterSource::Argument,
        Type::Scalar(Scalar::UnixTime),
    ));
    export.parameters.push(parameter(
        "if-modified-since",
        ParameterLocation::Header(Collection::Comma),
        ParameterSource::Option,
        Type::Scalar(Scalar::DateTimeRfc1123),
    ));
    export.success = Success {
        codes: vec![200],
        payload: Payload::Stream,
        headers: Some(HeaderSetId(2)),
        accept: "application/octet-stream".to_owned(),
    };
    export.examples = vec![examples::export()];
    export
}

fn import() -> Operation {
    let mut import = operation("Thing_Import", HttpMethod::Post, &format!("{ITEM}/import"));
    import.body = Some(body(
        "content",
        true,
        Type::Scalar(Scalar::Bytes),
        MediaType::Raw("application/octet-stream".to_owned()),
    ));
    import.success = nothing(&[200]);
    import.examples = vec![examples::import()];
    import
}

/// Many arguments of every kind.
fn find() -> Operation {
    let argument = |wire: &str, ty: Type| {
        parameter(
            wire,
            ParameterLocation::Query(Collection::Comma),
            ParameterSource::Argument,
            ty,
        )
    };
    let list = |item: Type| Type::List(Box::new(item));
    let mut find = operation("Thing_Find", HttpMethod::Post, COLLECTION);
    find.parameters.remove(1);
    find.parameters.push(argument("type", text()));
    find.parameters
        .push(argument("exact", Type::Scalar(Scalar::Boolean)));
    find.parameters.push(argument("color", Type::Named(COLOR)));
    find.parameters.push(argument("mode", Type::Named(MODE)));
    find.parameters
        .push(argument("weight", Type::Scalar(Scalar::Float64)));
    find.parameters
        .push(argument("digest", Type::Scalar(Scalar::Base64Url)));
    find.parameters.push(parameter(
        "ids",
        ParameterLocation::Query(Collection::Repeated),
        ParameterSource::Argument,
        list(text()),
    ));
    find.parameters.push(parameter(
        "days",
        ParameterLocation::Query(Collection::Pipe),
        ParameterSource::Argument,
        list(Type::Scalar(Scalar::DateTimeRfc1123)),
    ));
    find.parameters.push(parameter(
        "hues",
        ParameterLocation::Header(Collection::Comma),
        ParameterSource::Option,
        list(Type::Named(COLOR)),
    ));
    find.parameters.push(parameter(
        "stamps",
        ParameterLocation::Query(Collection::Comma),
        ParameterSource::Option,
        list(Type::Scalar(Scalar::UnixTime)),
    ));
    find.parameters.push(parameter(
        "kind",
        ParameterLocation::Query(Collection::Comma),
        ParameterSource::Constant("thing".to_owned()),
        text(),
    ));
    find.success = json(&[200], list(text()));
    find.error = Some(THING_ERROR);
    find.examples = vec![examples::find()];
    find
}

/// A form with a field of every kind.
fn submit() -> Operation {
    let field = |wire: &str, source: ParameterSource, ty: Type| {
        parameter(wire, ParameterLocation::Form(Collection::Comma), source, ty)
    };
    let list = |item: Type| Type::List(Box::new(item));
    let file = || Type::Scalar(Scalar::File);
    let mut submit = operation("Thing_Submit", HttpMethod::Post, &format!("{ITEM}/submit"));
    submit.form = Some(Form::Multipart);
    let constant = ParameterSource::Constant("thing".to_owned());
    submit.parameters.extend([
        field("kind", constant, text()),
        field("color", ParameterSource::Argument, Type::Named(COLOR)),
        field("file", ParameterSource::Argument, file()),
        field("files", ParameterSource::Argument, list(file())),
        field("back", ParameterSource::Option, file()),
        field("others", ParameterSource::Option, list(file())),
        field("tags", ParameterSource::Option, list(text())),
        field(
            "digest",
            ParameterSource::Option,
            Type::Scalar(Scalar::Base64),
        ),
    ]);
    submit.parameters.push(parameter(
        "more",
        ParameterLocation::FormJson,
        ParameterSource::Option,
        Type::Named(THING),
    ));
    submit.success = Success {
        codes: vec![200],
        payload: Payload::Text,
        headers: None,
        accept: "text/plain".to_owned(),
    };
    submit.examples = vec![examples::submit()];
    submit
}

fn operation(id: &str, method: HttpMethod, template: &str) -> Operation {
    let short = id.split_once('_').map_or(id, |(_, short)| short);
    Operation {
        id: id.to_owned(),
        name: name(short),
        group: Some(GROUP),
        section: name("Things"),
        doc: Doc::default(),
        method,
        host: None,
        path: pieces(template),
        parameters: vec![
            parameter(
                "subscriptionId",
                ParameterLocation::Path,
                ParameterSource::Client("subscriptionId".to_owned()),
                text(),
            ),
            path("thingName"),
            parameter(
                "api-version",
                ParameterLocation::Query(Collection::Comma),
                ParameterSource::ClientApiVersion,
                text(),
            ),
        ],
        body: None,
        form: None,
        success: nothing(&[200]),
        outcome: Outcome::Done,
        error: None,
        examples: Vec::new(),
        place: place(),
    }
}

fn pieces(template: &str) -> Vec<PathPiece> {
    let mut pieces = Vec::new();
    for (index, part) in template.split(['{', '}']).enumerate() {
        match index % 2 {
            _ if part.is_empty() => {}
            0 => pieces.push(PathPiece::Text(part.to_owned())),
            _ => pieces.push(PathPiece::Parameter(part.to_owned())),
        }
    }
    pieces
}

fn path(wire: &str) -> Parameter {
    let mut path = parameter(
        wire,
        ParameterLocation::Path,
        ParameterSource::Argument,
        text(),
    );
    path.doc = described("Its name.");
    path.notes = vec![
        "1 to 80 characters".to_owned(),
        "matches `^[^*#&+:<>?]+$`".to_owned(),
    ];
    path
}

fn parameter(
    wire: &str,
    location: ParameterLocation,
    source: ParameterSource,
    ty: Type,
) -> Parameter {
    Parameter {
        name: name(wire),
        location,
        source,
        ty,
        doc: Doc::default(),
        notes: Vec::new(),
        place: place(),
    }
}

fn body(wire: &str, required: bool, ty: Type, media_type: MediaType) -> Body {
    Body {
        name: name(wire),
        required,
        ty,
        media_type,
        alternatives: Vec::new(),
        doc: described("What to send."),
    }
}

fn json(codes: &[u16], ty: Type) -> Success {
    Success {
        codes: codes.to_vec(),
        payload: Payload::Json(ty),
        headers: None,
        accept: "application/json".to_owned(),
    }
}

fn nothing(codes: &[u16]) -> Success {
    Success {
        codes: codes.to_vec(),
        payload: Payload::Nothing,
        headers: None,
        accept: "application/json".to_owned(),
    }
}
