package glasshouse.bureau.shadow;

import glasshouse.bureau.edition.Editions;
import glasshouse.bureau.edition.Published;
import glasshouse.bureau.inquiry.DecisionLog;
import glasshouse.bureau.inquiry.Standings;
import glasshouse.bureau.member.Member;
import glasshouse.bureau.member.Members;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A proposal beside the edition in force, on the accounts of today and on the inquiries that come
/// in: what would change, by person and by group.
///
/// The bureau holds no groups of people but the bands. Others, such as ages, are named by the
/// steward for one comparison and not kept.
public final class Shadow {
    /// Of so many inquiries the answers are compared, the latest.
    public static final int MOST_INQUIRIES = 10_000;

    private final Editions editions;
    private final Members members;
    private final Standings standings;
    private final DecisionLog log;

    public Shadow(Editions editions, Members members, Standings standings, DecisionLog log) {
        this.editions = editions;
        this.members = members;
        this.standings = standings;
        this.log = log;
    }

    /// What became of a comparison: everybody, each band that has people, the groups named.
    public record Report(int people, int folded, List<GroupContrast> groups, Inquired inquired) {}

    /// Inquiries since the proposal was published: how many, how many it would have answered as
    /// they were, and the others by their change.
    public record Inquired(int count, int same, Map<String, Integer> turned) {}

    /// Compares for everybody, and for groups by name of the ids of those in them; ids of nobody
    /// enrolled count for nobody.
    public Report report(Published proposal, Map<String, Set<String>> named) {
        Map<String, GroupContrast> groups = new LinkedHashMap<>();
        var all = new GroupContrast("all");
        editions.now()
                .edition()
                .scheme()
                .bands()
                .forEach(each -> groups.put(each.name(), new GroupContrast("band " + each.name())));
        Map<String, GroupContrast> given = new LinkedHashMap<>();
        named.keySet().forEach(each -> given.put(each, new GroupContrast(each)));
        int[] folded = {0};
        each(
                proposal,
                contrast -> {
                    folded[0] += standings.isKept(proposal, contrast.member()) ? 1 : 0;
                    all.add(contrast);
                    groups.computeIfAbsent(contrast.before().band(), GroupContrast::new)
                            .add(contrast);
                    named.forEach(
                            (name, ids) -> {
                                GroupContrast group = given.get(name);
                                if (group != null && ids.contains(contrast.member().name())) {
                                    group.add(contrast);
                                }
                            });
                });
        var found = new ArrayList<GroupContrast>();
        found.add(all);
        groups.values().stream().filter(each -> each.people() > 0).forEach(found::add);
        found.addAll(given.values());
        return new Report(all.people(), folded[0], found, inquired(proposal));
    }

    private Inquired inquired(Published proposal) {
        List<DecisionLog.Pair> pairs = log.beside(proposal.number(), MOST_INQUIRIES);
        Map<String, Integer> turned = new TreeMap<>();
        int same = 0;
        for (DecisionLog.Pair each : pairs) {
            Said said = Said.of(each.answer());
            Said shadow = Said.of(each.shadow());
            if (said.equals(shadow)) {
                same++;
            } else {
                int _ = turned.merge(each.service() + ": " + said.to(shadow), 1, Integer::sum);
            }
        }
        return new Inquired(pairs.size(), same, turned);
    }

    /// For whom something would be different, those who would lose most first.
    public List<Contrast> different(Published proposal, int most) {
        var found = new ArrayList<Contrast>();
        Comparator<Contrast> order = Comparator.comparingLong(Contrast::differenceMicro);
        each(
                proposal,
                contrast -> {
                    if (contrast.isAny()) {
                        found.add(contrast);
                        if (found.size() > 2 * most) {
                            found.sort(order);
                            found.subList(most, found.size()).clear();
                        }
                    }
                });
        found.sort(order.thenComparingLong(each -> each.member().number()));
        return found.subList(0, Math.min(most, found.size()));
    }

    private void each(Published proposal, Consumer<Contrast> consumer) {
        for (Member each : members.all()) {
            consumer.accept(of(each, proposal));
        }
    }

    /// One person now, under the edition in force and under a proposal.
    public Contrast of(Member member, Published proposal) {
        Editions.Moment moment;
        Standings.Asked asked;
        synchronized (member) {
            moment = editions.now();
            asked = new Standings.Asked(member, moment.at(), member.through());
        }
        return new Contrast(
                member,
                standings.with(moment.edition(), asked, Side::of),
                standings.with(proposal, asked, Side::of));
    }
}
