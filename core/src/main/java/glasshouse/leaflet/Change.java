package glasshouse.leaflet;

/// One thing that is different for a person under another scheme: the part of the scheme, such as
/// `characteristics.care`, and a sentence.
public record Change(String about, String sentence) {
    /// The chapter of a leaflet that it belongs to.
    public String chapter() {
        int dot = about.indexOf('.');
        return switch (dot < 0 ? about : about.substring(0, dot)) {
            case "scale", "bands" -> "Your score";
            case "signals", "characteristics" -> "What counts, and for how long";
            case "services" -> "What it opens and closes";
            case "lists" -> "Lists";
            case "visibility" -> "Who sees your score";
            case "rights" -> "Your rights";
            default -> "What this is";
        };
    }
}
