package glasshouse.lab.compact;

import static org.junit.jupiter.api.Assertions.assertTrue;

import glasshouse.account.Account;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.account.Readout;
import glasshouse.lab.Schemes;
import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import glasshouse.lab.scene.Deed;
import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A compact account is within a step of the scale of the exact one, for every shipped scheme, over
/// years of weekly closes. Ratings and contacts, which need a close over all people, are left out.
class CompactAccountsTest {
    private static final int PEOPLE = 60;
    private static final int STEPS = 6 * 52;
    private static final LocalDate START = LocalDate.of(2020, 1, 6);
    private static final long SEED = 20_170_101;

    static Stream<String> schemes() {
        return Schemes.names().stream();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void staysWithinOneStepOfTheExactAccount(String name) {
        Scheme scheme = Schemes.shipped(name);
        Reporting reporting = Reporting.shipped();
        var compact = CompactAccounts.of(scheme, reporting, 7, PEOPLE);
        var exact = new Exact(scheme, reporting);
        var scene = new Scene();
        Scratch scratch = compact.scratch();
        int[][] partials = compact.partials();
        double worst = 0;
        for (int index = 0; index < STEPS; index++) {
            Step step = Step.of(index, 7, START);
            scene.open(0, PEOPLE);
            act(scene, step);
            compact.close(scene, step, scratch, partials);
            for (int person = 0; person < PEOPLE; person++) {
                exact.take(scene, step, person);
                worst = Math.max(worst, exact.distance(compact, partials, step, person));
            }
        }
        assertTrue(worst <= 1, name + ": apart by " + worst + " steps of the scale");
    }

    /// Everybody does something of everything, some seldom and some often.
    private static void act(Scene scene, Step step) {
        for (Deed deed : Deed.values()) {
            short[] amounts = scene.write(deed);
            long stream = Luck.stream(SEED, step.index(), Purpose.CONDUCT, deed.column());
            for (int i = 0; i < scene.count(); i++) {
                long draw = Luck.at(stream, i);
                boolean due =
                        switch (deed.rhythm()) {
                            case YEARLY -> step.opensYear();
                            case MONTHLY -> step.ordinalInMonth() == i % 4;
                            case ANY, COUNTED -> true;
                        };
                double rate = 0.5 * Luck.uniform(Luck.at(SEED, i), deed.column() % 4);
                if (due && Luck.uniform(draw, 0) < rate) {
                    int most = deed.counted() ? 4 : deed.most();
                    amounts[i] = (short) (1 + (int) (Luck.uniform(draw, 1) * most));
                }
            }
        }
    }

    /// The exact accounts, told of the same deeds.
    private static final class Exact {
        private final Scheme scheme;
        private final Reporting reporting;
        private final Plan plan;
        private final Readout readout;
        private final Account[] accounts = new Account[PEOPLE];

        Exact(Scheme scheme, Reporting reporting) {
            this.scheme = scheme;
            this.reporting = reporting;
            plan = Plan.of(scheme);
            readout = new Readout(plan);
            Arrays.setAll(accounts, _ -> new Account());
        }

        void take(Scene scene, Step step, int person) {
            Account account = accounts[person];
            for (var signal : scheme.signals()) {
                for (var reported : reporting.of(signal.name())) {
                    int amount = scene.read(reported.deed())[person];
                    int times = reported.deed().counted() ? amount : Math.min(amount, 1);
                    int value = (reported.deed().counted() ? 1 : amount) * reported.times();
                    for (int i = 0; i < times; i++) {
                        report(account, signal.name(), reported.deed(), value, step, 1 + i);
                    }
                }
            }
        }

        private void report(
                Account account, String signal, Deed deed, int value, Step step, int nth) {
            var occurrence = new Occurrence();
            occurrence.signal = plan.signal(signal);
            occurrence.asCounterparty = deed.asCounterparty();
            occurrence.valueMicro = Micro.of(value);
            occurrence.day = step.day();
            occurrence.microsOfDay = deed.column();
            occurrence.source = 1;
            occurrence.reference = (long) step.index() << 32 | deed.column() << 8 | nth;
            plan.add(account, occurrence);
            confirmedBy(signal)
                    .ifPresent(
                            confirmation -> {
                                occurrence.signal = plan.signal(confirmation);
                                plan.add(account, occurrence);
                            });
        }

        /// In the lab what is pending is confirmed at once.
        private java.util.Optional<String> confirmedBy(String signal) {
            for (Characteristic c : scheme.characteristics()) {
                if (c instanceof Characteristic.Accrual accrual) {
                    for (Accrued accrued : accrual.signals()) {
                        if (accrued.signal().equals(signal) && accrued.pending() != null) {
                            return java.util.Optional.of(accrued.pending().confirmedBy());
                        }
                    }
                }
            }
            return java.util.Optional.empty();
        }

        double distance(CompactAccounts compact, int[][] partials, Step step, int person) {
            readout.read(accounts[person], step.day());
            long apart = 0;
            List<Characteristic> characteristics = scheme.characteristics();
            for (int c = 0; c < characteristics.size(); c++) {
                switch (characteristics.get(c)) {
                    case Characteristic.Accrual _, Characteristic.Binned _ ->
                            apart += compact.micro(partials[c][person]) - readout.partialMicro(c);
                    case Characteristic.Rated _, Characteristic.Contacts _ -> {}
                }
            }
            return Math.abs(apart) / (double) scheme.scale().precisionMicro();
        }
    }
}
