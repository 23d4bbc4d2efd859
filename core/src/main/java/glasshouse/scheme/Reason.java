package glasshouse.scheme;

/// An adverse-action reason: a stable code and a sentence for the person.
public record Reason(String code, String text) {}
