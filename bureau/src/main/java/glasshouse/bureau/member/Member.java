package glasshouse.bureau.member;

import glasshouse.account.Account;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One who enrolled. The ledger's thread changes it, others read it; both hold its monitor.
public final class Member {
    private final long number;
    private final String name;
    private final byte[] key;
    private final Set<String> sources = new TreeSet<>();
    private final Set<String> services = new TreeSet<>();
    private Account account = new Account();
    private Map<Integer, Account> beside = Map.of();
    private long through;

    public Member(long number, String name, byte[] key) {
        this.number = number;
        this.name = name;
        this.key = key.clone();
    }

    /// The number by which the ledger names the person.
    public long number() {
        return number;
    }

    /// The opaque id by which everybody else does.
    public String name() {
        return name;
    }

    /// The key of digests of what concerns the person; not to be changed.
    public byte[] key() {
        return key;
    }

    /// The sources that may report on the person.
    public Set<String> sources() {
        return sources;
    }

    /// The services that may ask about the person.
    public Set<String> services() {
        return services;
    }

    /// What the person's events add up to, as far as [#through].
    public Account account() {
        return account;
    }

    /// The last entry of the ledger that changed anything here.
    public long through() {
        return through;
    }

    public void through(long seq) {
        through = seq;
    }

    /// Puts an account folded anew in place.
    public void account(Account folded) {
        account = folded;
    }

    /// What the same events add up to under another edition; null where that is not kept.
    public @Nullable Account beside(int edition) {
        return beside.get(edition);
    }

    /// Keeps an account under another edition.
    public void beside(int edition, Account folded) {
        var more = new HashMap<>(beside);
        more.put(edition, folded);
        beside = Map.copyOf(more);
    }

    /// Keeps accounts under no other editions than these.
    public void onlyBeside(Set<Integer> editions) {
        if (!editions.containsAll(beside.keySet())) {
            var fewer = new HashMap<>(beside);
            fewer.keySet().retainAll(editions);
            beside = Map.copyOf(fewer);
        }
    }
}
