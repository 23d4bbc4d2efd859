package glasshouse.lab.experiment;

import glasshouse.document.Fields;

/// What can be wrong with an experiment file. Each code has a page in `docs/errors`.
public enum LabCode {
    YAML(1),
    UNKNOWN_KEY(2),
    MISSING_KEY(3),
    WRONG_SHAPE(4),
    UNKNOWN_WORD(5),
    BAD_NUMBER(6),
    BAD_NAME(7),
    DATA(8);

    private final int number;

    LabCode(int number) {
        this.number = number;
    }

    /// The stable code, such as `GH-LAB-004`.
    public String id() {
        return "GH-LAB-00" + number;
    }

    static final Fields.Codes FIELDS =
            new Fields.Codes(UNKNOWN_KEY.id(), MISSING_KEY.id(), WRONG_SHAPE.id());
}
