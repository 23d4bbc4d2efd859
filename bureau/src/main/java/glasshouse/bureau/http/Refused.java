package glasshouse.bureau.http;

/// A request that is refused, on its way out of a handler.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String detail;

    public Refused(Problem problem, String detail) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.detail = detail;
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        return detail;
    }
}
