package glasshouse.scheme;

/// A named range of the scale, from `fromMicro` up to the next band, with its colour (`#rrggbb`).
public record Band(String name, String title, long fromMicro, String colour) {}
