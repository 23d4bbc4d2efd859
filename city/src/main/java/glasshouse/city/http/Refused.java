package glasshouse.city.http;

import java.io.Serial;

/// A request that is not answered as asked. The detail says what was found and what is allowed.
public final class Refused extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private final int status;

    public Refused(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /// 400: asked wrongly; 403: from elsewhere; 404: there is none; 413: too long.
    public int status() {
        return status;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
