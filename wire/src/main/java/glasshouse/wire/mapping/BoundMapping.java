package glasshouse.wire.mapping;

import glasshouse.event.Entry;
import glasshouse.wire.value.EventCode;
import glasshouse.wire.value.Refused;
import java.util.List;

/// A mapping whose columns were found in one table. Owned by one thread.
public final class BoundMapping implements BindResult {
    private final List<BoundRule> rules;

    BoundMapping(List<BoundRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Hands on the events of a row, in the order of the mapping's rules, and the refusals of those
    /// that could not be made; returns how many there were of both.
    public int apply(Row row, EntrySink sink) {
        int count = 0;
        for (int i = 0; i < rules.size(); i++) {
            try {
                Entry entry = rules.get(i).entry(row);
                if (entry != null) {
                    sink.accepted(entry);
                    count++;
                }
            } catch (Refused refusal) {
                sink.refused(refusal);
                count++;
            } catch (ArithmeticException _) {
                sink.refused(
                        new Refused(
                                EventCode.NOT_COMPUTABLE,
                                "an expression cannot be computed for this row, such as a division"
                                        + " by zero; guard it with if(…) or when"));
                count++;
            }
        }
        return count;
    }
}
