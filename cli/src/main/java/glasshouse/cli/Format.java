package glasshouse.cli;

/// How an answer is written.
enum Format {
    text,
    json,
    html
}
