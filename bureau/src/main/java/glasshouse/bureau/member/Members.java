package glasshouse.bureau.member;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All who are enrolled, by name and by number.
public final class Members {
    private final Map<String, Member> byName = new ConcurrentHashMap<>();
    private final Map<Long, Member> byNumber = new ConcurrentHashMap<>();

    public void add(Member member) {
        byName.put(member.name(), member);
        byNumber.put(member.number(), member);
    }

    public void remove(Member member) {
        byName.remove(member.name());
        byNumber.remove(member.number());
    }

    public Optional<Member> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Null where nobody enrolled has the number; for loops over many entries.
    public @Nullable Member numbered(long number) {
        return number == 0 ? null : byNumber.get(number);
    }

    public Collection<Member> all() {
        return byNumber.values();
    }
}
