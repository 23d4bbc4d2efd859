package glasshouse.scheme;

import org.jspecify.annotations.Nullable;

/// One bin: measures below `belowMicro` and not below the bin before, with its partial score and,
/// where it is adverse, its reason.
public record Attribute(long belowMicro, long pointsMicro, @Nullable Reason reason) {}
