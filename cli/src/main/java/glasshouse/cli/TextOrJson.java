package glasshouse.cli;

/// How an answer is written that has no page.
enum TextOrJson {
    text,
    json
}
