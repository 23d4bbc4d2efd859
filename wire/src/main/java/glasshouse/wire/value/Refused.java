package glasshouse.wire.value;

/// One record cannot become an event. The message never holds the record's own text.
///
/// It carries no stack trace: it is an answer about data, raised once per bad record.
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final EventCode code;

    public Refused(EventCode code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    public EventCode code() {
        return code;
    }

    public String reason() {
        String message = getMessage();
        return message == null ? code.code() : message;
    }
}
