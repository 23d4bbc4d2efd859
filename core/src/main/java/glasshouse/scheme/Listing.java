package glasshouse.scheme;

/// A blacklist or red list: who enters and leaves, how long before entry a person is told, when an
/// entry lapses (0: never), how soon a human reviews it when asked (0: no review), who sees it.
public record Listing(
        String name,
        String title,
        Kind kind,
        Condition enter,
        Condition exit,
        int noticeDays,
        int expiresDays,
        int reviewDays,
        boolean isPublic) {
    /// What being listed means.
    public enum Kind {
        BLACKLIST,
        REDLIST
    }
}
