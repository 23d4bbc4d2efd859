package glasshouse.stream.name;

import glasshouse.event.Entry;

/// An entry that was set aside, for the repair of what came too late and for whoever sent it.
public record Aside(Entry entry, Why why) {}
