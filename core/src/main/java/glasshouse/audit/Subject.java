package glasshouse.audit;

import glasshouse.account.Plan;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Gravity;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.scheme.Signal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The scheme under audit, with what every predicate asks of it.
final class Subject {
    private static final int MOST_NAMED = 6;

    private final Scheme scheme;
    private final Contexts contexts;
    private final Flow flow;
    private final List<Feedback> seen;
    private final Map<String, Signal> signals = new HashMap<>();
    private final Map<Service, Harm> harms = new LinkedHashMap<>();
    private final Map<Service, Map<Characteristic, List<String>>> into = new HashMap<>();
    private @Nullable Plan plan;

    Subject(Scheme scheme, Contexts contexts, List<Feedback> seen) {
        this.scheme = scheme;
        this.seen = List.copyOf(seen);
        this.contexts = contexts.claimedBy(scheme);
        flow = new Flow(scheme);
        scheme.signals().forEach(signal -> signals.put(signal.name(), signal));
        for (Service service : scheme.services()) {
            harms.put(service, Harm.of(scheme, service));
            into.put(service, flow.into(service));
        }
    }

    Scheme scheme() {
        return scheme;
    }

    Contexts contexts() {
        return contexts;
    }

    Flow flow() {
        return flow;
    }

    /// What a run of the lab has shown to come back as behaviour.
    List<Feedback> seen() {
        return seen;
    }

    Harm harm(Service service) {
        return harms.getOrDefault(service, Harm.NONE);
    }

    Map<Characteristic, List<String>> into(Service service) {
        return into.getOrDefault(service, Map.of());
    }

    /// The services that depend on something and can leave a person worse off.
    List<Service> harmful() {
        return scheme.services().stream()
                .filter(each -> harm(each) == Harm.CERTAIN && !into(each).isEmpty())
                .toList();
    }

    /// Those of them whose decision has legal or similarly significant effects.
    List<Service> significant() {
        return harmful().stream().filter(Service::significant).toList();
    }

    /// Whether a characteristic flows into a service that can leave a person worse off.
    boolean hurts(Characteristic characteristic) {
        return harmful().stream().anyMatch(each -> into(each).containsKey(characteristic));
    }

    /// The signals that a characteristic hangs on and that meet a condition.
    List<Signal> reads(Characteristic characteristic, Predicate<Signal> wanted) {
        var found = new ArrayList<Signal>();
        for (String name : characteristic.hangsOn()) {
            Signal signal = signals.get(name);
            if (signal != null && wanted.test(signal)) {
                found.add(signal);
            }
        }
        return found;
    }

    @Nullable Signal signal(String name) {
        return signals.get(name);
    }

    /// The scheme made ready to fold; null where it is too large for that.
    @Nullable Plan plan() {
        if (plan == null) {
            try {
                plan = Plan.of(scheme);
            } catch (IllegalArgumentException tooLarge) {
                return null;
            }
        }
        return plan;
    }

    /// Titles in a row, the first few of them.
    static String titles(Collection<Signal> signals) {
        return row(signals.stream().map(each -> decapitalised(each.title())).distinct().toList());
    }

    static String names(Collection<Signal> signals) {
        return row(signals.stream().map(Signal::name).distinct().toList());
    }

    static String services(Collection<Service> services) {
        return row(services.stream().map(each -> decapitalised(each.title())).distinct().toList());
    }

    /// `a, b and c`, or the first few and how many more.
    static String row(List<String> items) {
        if (items.size() > MOST_NAMED) {
            List<String> first = items.subList(0, MOST_NAMED - 1);
            return String.join(", ", first) + " and " + (items.size() - first.size()) + " more";
        }
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /// A title within a sentence: its first letter small, unless the word is an abbreviation.
    static String decapitalised(String title) {
        boolean word =
                title.length() > 1
                        && Character.isUpperCase(title.charAt(0))
                        && !Character.isUpperCase(title.charAt(1));
        return word ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) : title;
    }

    static String capitalised(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A gravity as the scheme says it, in a sentence.
    static String gravity(Gravity gravity) {
        return switch (gravity) {
            case GOOD -> "good";
            case NEUTRAL -> "neutral";
            case TRIFLE -> "a trifle";
            case BREACH -> "a breach";
            case OFFENCE -> "an offence";
            case CRIME -> "a crime";
        };
    }

    static String points(long micro) {
        return Micro.format(micro / 10_000 * 10_000);
    }
}
