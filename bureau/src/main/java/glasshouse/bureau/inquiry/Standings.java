package glasshouse.bureau.inquiry;

import glasshouse.account.Account;
import glasshouse.account.Readout;
import glasshouse.bureau.edition.Published;
import glasshouse.bureau.ledger.Ledger;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.place.Application;
import glasshouse.event.Event;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Service;
import glasshouse.service.Decision;
import glasshouse.service.Lists;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How people stand under an edition at an instant: from the account in memory where there is one
/// as of that instant, and else from the ledger, which gives the same.
public final class Standings {
    private final Ledger ledger;
    private final int home;
    private final Map<Integer, Desk.Desks> desks = new ConcurrentHashMap<>();

    /// `home` is the edition under which the members' first accounts are.
    public Standings(Ledger ledger, int home) {
        this.ledger = ledger;
        this.home = home;
    }

    /// How somebody stands: their score as a read-out, and their lists, as bits.
    public record Standing(Published edition, Desk desk, long lists) {
        public Readout readout() {
            return desk.readout();
        }

        /// What a service decides; empty where the edition has none of that name.
        public Optional<Decision> decide(String service) {
            return service(service).map(found -> desk.decisions(service).decide(readout(), lists));
        }

        /// That in the words of an answer.
        public Optional<String> answer(String service) {
            return service(service)
                    .map(
                            found ->
                                    Answers.of(
                                            edition.scheme(),
                                            found,
                                            desk.decisions(service).decide(readout(), lists),
                                            readout()));
        }

        /// The application for a place that it makes.
        public Optional<Application> application(String service, Instant at) {
            return service(service)
                    .filter(found -> found.quota() != null)
                    .flatMap(
                            found ->
                                    Application.of(
                                            found,
                                            desk.decisions(service)
                                                            .decide(readout(), lists)
                                                            .outcome()
                                                    == Outcome.GRANTED,
                                            at,
                                            edition.scheme().header().zone(),
                                            readout().scoreMicro()));
        }

        private Optional<Service> service(String name) {
            return edition.scheme().services().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
        }
    }

    /// Of whom, when, and as known after which entry.
    public record Asked(Member member, Instant at, long through) {}

    /// The standing of somebody, for as long as `use` takes.
    public <T> T with(Published edition, Asked asked, Function<Standing, T> use) {
        return desks(edition).with(desk -> use.apply(standing(edition, desk, asked)));
    }

    /// A desk of an edition, for as long as `use` takes.
    <T> T desk(Published edition, Function<Desk, T> use) {
        return desks(edition).with(use);
    }

    private Desk.Desks desks(Published edition) {
        return desks.computeIfAbsent(edition.number(), _ -> new Desk.Desks(edition.plan()));
    }

    private Standing standing(Published edition, Desk desk, Asked asked) {
        boolean isRead = false;
        synchronized (asked.member()) {
            if (asked.member().through() == asked.through()) {
                isRead = read(edition, desk, asked.member(), asked.at());
            }
        }
        return standing(edition, desk, asked, isRead);
    }

    /// Reads the account in memory, under the member's monitor; false where there is none.
    boolean read(Published edition, Desk desk, Member member, Instant at) {
        Account account = account(edition, member);
        if (account == null) {
            return false;
        }
        desk.readout().read(account, desk.calendar().day(at));
        return true;
    }

    private @Nullable Account account(Published edition, Member member) {
        return edition.number() == home ? member.account() : member.beside(edition.number());
    }

    /// The rest of a standing, once the account was read or was not there. Lists are told from
    /// events, day by day; most schemes have none.
    Standing standing(Published edition, Desk desk, Asked asked, boolean isRead) {
        boolean hasLists = !edition.scheme().lists().isEmpty();
        if (isRead && !hasLists) {
            return new Standing(edition, desk, 0);
        }
        String name = asked.member().name();
        List<Event> events = ledger.dossier(asked.member()).admissible(asked.at(), asked.through());
        if (!isRead) {
            Account folded =
                    glasshouse.statement.Ledger.of(name, events, asked.at()).fold(edition.plan());
            desk.readout().read(folded, desk.calendar().day(asked.at()));
        }
        long lists = hasLists ? new Lists(edition.plan()).on(name, events, asked.at()) : 0;
        return new Standing(edition, desk, lists);
    }

    /// Whether the account of a member under an edition is in memory.
    public boolean isKept(Published edition, Member member) {
        synchronized (member) {
            return account(edition, member) != null;
        }
    }
}
