package glasshouse.bureau.http;

/// A request that is refused, on its way out of a handler.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String detail;
    private final long retrySeconds;

    public Refused(Problem problem, String detail) {
        this(problem, detail, 1);
    }

    /// A refusal that ends by itself after so many seconds.
    public Refused(Problem problem, String detail, long retrySeconds) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.detail = detail;
        this.retrySeconds = retrySeconds;
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        return detail;
    }

    /// When to try again, where the problem is one that passes.
    public long retrySeconds() {
        return retrySeconds;
    }
}
