package glasshouse.bureau.inquiry;

import glasshouse.account.Calendar;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.service.Decisions;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/// What it takes to read scores and decide under one edition: cursors that one thread uses at a
/// time. [Desks] lends them out.
public final class Desk {
    private final Readout readout;
    private final Calendar calendar;
    private final Map<String, Decisions> services = new HashMap<>();

    private Desk(Plan plan) {
        readout = new Readout(plan);
        Scheme scheme = plan.scheme();
        calendar = new Calendar(scheme.header().zone());
        for (Service service : scheme.services()) {
            services.put(service.name(), new Decisions(plan, service));
        }
    }

    public Readout readout() {
        return readout;
    }

    public Calendar calendar() {
        return calendar;
    }

    /// Decides for a service of the scheme.
    public Decisions decisions(String service) {
        Decisions found = services.get(service);
        if (found == null) {
            throw new IllegalArgumentException("the scheme has no such service");
        }
        return found;
    }

    /// The desks of one plan.
    public static final class Desks {
        private final Plan plan;
        private final Queue<Desk> free = new ConcurrentLinkedQueue<>();

        public Desks(Plan plan) {
            this.plan = plan;
        }

        public Plan plan() {
            return plan;
        }

        /// Uses a desk for a while.
        public <T> T with(Function<Desk, T> use) {
            Desk found = free.poll();
            Desk desk = found == null ? new Desk(plan) : found;
            try {
                return use.apply(desk);
            } finally {
                free.add(desk);
            }
        }
    }
}
