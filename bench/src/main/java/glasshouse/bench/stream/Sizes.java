package glasshouse.bench.stream;

import glasshouse.account.Account;
import glasshouse.account.AccountBytes;
import glasshouse.account.Calendar;
import glasshouse.account.Occurrence;
import glasshouse.account.Plan;
import glasshouse.compiler.Compilation;
import glasshouse.compiler.Library;
import glasshouse.compiler.SchemeCompiler;
import glasshouse.event.Event;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import glasshouse.stream.form.FormSerializer;
import glasshouse.stream.name.NameCase;
import glasshouse.stream.name.NameCaseForm;
import glasshouse.stream.name.NameFunction;
import glasshouse.stream.person.PersonState;
import glasshouse.stream.person.PersonStateForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataOutputSerializer;

/// The bytes of a person's state under a scheme: accounts folded by the core, written as the stream
/// writes them.
final class Sizes {
    /// Events a person a year.
    static final double YEARLY = 365 * Lines.DAILY;

    private static final int PERSONS = 200;
    private static final Duration HORIZON = Duration.ofDays(90);

    private Sizes() {}

    /// What a scheme's people take.
    record Sized(String scheme, int characteristics, double meanBytes, int mostBytes) {}

    static List<Sized> all(Path home) throws IOException {
        var all = new ArrayList<Sized>();
        all.add(of(home.resolve("examples/lender/lender.yaml")));
        for (String name : List.of("mobility-club", "housing", "shop")) {
            all.add(of(home.resolve("schemes").resolve(name + ".yaml")));
        }
        return all;
    }

    /// Mean bytes of what is kept of the name of an event that was booked: its key, without
    /// RocksDB's, and its value.
    static double nameBytes(List<Event> events) throws IOException {
        var out = new DataOutputSerializer(1 << 12);
        var form = new FormSerializer<>(new NameCaseForm());
        for (Event event : events) {
            out.writeUTF(NameFunction.key(event.name()));
            long forgetAt = event.happenedAt().plus(HORIZON).toEpochMilli();
            form.serialize(new NameCase(Optional.of(event), false, false, forgetAt), out);
        }
        return out.length() / (double) events.size();
    }

    private static Sized of(Path file) throws IOException {
        Library none = (_, _) -> Optional.empty();
        return switch (SchemeCompiler.compile(file.toString(), Files.readString(file), none)) {
            case Compilation.Compiled(Scheme scheme) -> of(scheme);
            case Compilation.Refused(var problems) ->
                    throw new IOException(file + " does not compile: " + problems);
        };
    }

    private static Sized of(Scheme scheme) throws IOException {
        var plan = Plan.of(scheme);
        var accounts = new TreeMap<String, Account>();
        var calendar = new Calendar(scheme.header().zone());
        var occurrence = new Occurrence();
        int last = 0;
        for (Event event : Lines.events(scheme, (int) (PERSONS * YEARLY), PERSONS)) {
            Account account = accounts.computeIfAbsent(event.person(), _ -> new Account());
            if (occurrence.see(plan, calendar, event, false)) {
                plan.add(account, occurrence);
                last = Math.max(last, occurrence.day);
            }
        }
        long sum = 0;
        int most = 0;
        for (Account account : accounts.values()) {
            plan.settle(account, last + 1);
            int bytes = bytes(scheme, account, last);
            sum += bytes;
            most = Math.max(most, bytes);
        }
        String name = scheme.header().name();
        return new Sized(
                name, scheme.characteristics().size(), sum / (double) accounts.size(), most);
    }

    private static int bytes(Scheme scheme, Account account, int day) throws IOException {
        var lists =
                Collections.nCopies(
                        scheme.lists().size(),
                        new PersonState.ListDays(PersonState.NONE, PersonState.NONE));
        var state =
                new PersonState(
                        1,
                        day,
                        day + 1,
                        (long) YEARLY,
                        Optional.of(new PersonState.Last(day, 650 * Micro.ONE, 1)),
                        lists,
                        AccountBytes.of(account),
                        List.of());
        var out = new DataOutputSerializer(1 << 12);
        new FormSerializer<>(new PersonStateForm()).serialize(state, out);
        return out.length();
    }
}
