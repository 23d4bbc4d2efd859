package glasshouse.cli;

/// How an audit is written.
enum AuditFormat {
    text,
    json,
    html,
    sarif
}
