package glasshouse.bureau.shadow;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The outcome of a logged answer, with its price; empty texts where it has none.
record Said(String outcome, String price) {
    private static final JsonMapper JSON = new JsonMapper();

    static Said of(String answer) {
        JsonNode root = JSON.readTree(answer);
        return new Said(root.path("outcome").asString(""), root.path("price").asString(""));
    }

    /// The change to another, in words.
    String to(Said other) {
        return outcome.equals(other.outcome)
                ? outcome + ", priced otherwise"
                : outcome + " → " + other.outcome;
    }
}
