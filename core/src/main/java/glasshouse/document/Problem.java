package glasshouse.document;

import org.jspecify.annotations.Nullable;

/// Something wrong with a document: what was found, what is allowed, where, what to do.
public record Problem(String code, Position position, String message, @Nullable String citation) {}
