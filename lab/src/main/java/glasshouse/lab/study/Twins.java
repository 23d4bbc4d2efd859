package glasshouse.lab.study;

import glasshouse.lab.experiment.Table;
import glasshouse.lab.history.History;
import glasshouse.lab.service.Offer;
import glasshouse.lab.society.Diary;
import glasshouse.scheme.Effect;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// A few of those whose diaries were kept, told under two arms: who fell furthest, who rose most,
/// and whose purse differs most between the two.
final class Twins {
    /// Steps after which a start is over.
    private static final int SETTLED = 52;

    private static final int REMEMBERED = 6;

    private static final Set<String> TELLING =
            Set.of(
                    "tax-late",
                    "fine-late",
                    "utility-late",
                    "rent-late",
                    "mortgage-late",
                    "loan-late",
                    "card-late",
                    "loan-taken",
                    "mortgage-taken",
                    "loan-repaid",
                    "defaulted",
                    "convicted",
                    "criticised",
                    "forbidden-photo",
                    "shared-false-news",
                    "honesty",
                    "stars-deducted",
                    "moved");

    private final History under;
    private final History beside;

    private Twins(History under, History beside) {
        this.under = under;
        this.beside = beside;
    }

    /// The table `lives`: for each person told, moments under the first arm with a scheme, and
    /// under the arm without one, or else another. Empty where there is nothing to compare.
    static Table table(List<History> worlds, int arms) {
        var table =
                Table.named("lives")
                        .texts("why", "scheme")
                        .wholes("person")
                        .texts("group", "date", "what")
                        .decimals("score")
                        .wholes("savings");
        List<History> first = worlds.subList(0, arms);
        Optional<History> under = first.stream().filter(Twins::scored).findFirst();
        Optional<History> beside =
                first.stream()
                        .filter(each -> under.isPresent() && each != under.get())
                        .min(Comparator.comparing(Twins::scored));
        if (under.isPresent() && beside.isPresent()) {
            new Twins(under.get(), beside.get()).tell(table);
        }
        return table.build();
    }

    private static boolean scored(History world) {
        return world.world().scheme().isPresent();
    }

    private void tell(Table.Builder table) {
        var told = new ArrayList<Integer>();
        tell(table, "fell furthest", told, i -> start(i) - end(i));
        tell(table, "rose most", told, i -> end(i) - start(i));
        tell(table, "purse differs most", told, i -> Math.abs(purse(under, i) - purse(beside, i)));
    }

    private void tell(
            Table.Builder table, String why, List<Integer> told, ToIntFunction<Integer> most) {
        Optional<Integer> found =
                IntStream.range(0, under.diaries().size())
                        .boxed()
                        .filter(i -> !told.contains(i) && start(i) >= 0 && end(i) >= 0)
                        .max(Comparator.comparingInt(most));
        if (found.isPresent()) {
            told.add(found.get());
            life(table, why, under, found.get());
            life(table, why, beside, found.get());
        }
    }

    private int start(int index) {
        List<Diary.Day> days = under.diaries().get(index).days();
        return days.stream()
                .skip(Math.min(SETTLED, days.size() / 2))
                .mapToInt(Diary.Day::score)
                .filter(score -> score >= 0)
                .findFirst()
                .orElse(-1);
    }

    private int end(int index) {
        return under.diaries().get(index).days().getLast().score();
    }

    private static int purse(History world, int index) {
        return world.diaries().get(index).days().getLast().savingsEuros();
    }

    private static void life(Table.Builder table, String why, History world, int index) {
        Diary diary = world.diaries().get(index);
        Optional<Scheme> scheme = world.world().scheme();
        String group = world.world().population().groups().get(diary.group()).title();
        Deque<String> lately = new ArrayDeque<>();
        List<Diary.Day> days = diary.days();
        for (int i = 0; i < days.size(); i++) {
            Diary.Day day = days.get(i);
            var words = new ArrayList<String>();
            for (Diary.Entry entry : day.entries()) {
                String what = told(entry, scheme);
                if (!what.isEmpty() && !lately.contains(what)) {
                    words.add(what);
                    lately.addLast(what);
                    if (lately.size() > REMEMBERED) {
                        lately.removeFirst();
                    }
                }
            }
            boolean end = i == 0 || i == days.size() - 1;
            if (!words.isEmpty() || end) {
                String what = words.isEmpty() ? (i == 0 ? "begins" : "ends") : join(words);
                double score = day.score() < 0 ? Double.NaN : score(scheme, day.score());
                table.row(
                        why,
                        world.arm(),
                        diary.person(),
                        group,
                        day.date().toString(),
                        what,
                        score,
                        day.savingsEuros());
            }
        }
    }

    private static String join(List<String> words) {
        return String.join("; ", words);
    }

    /// What is worth telling, in words; empty for the rest.
    private static String told(Diary.Entry entry, Optional<Scheme> scheme) {
        return switch (entry.kind()) {
            case DEED -> TELLING.contains(entry.what()) ? entry.what().replace('-', ' ') : "";
            case DECISION ->
                    entry.outcome().equals("granted") ? "" : refused(entry, scheme.orElse(null));
            case CHANGE -> entry.what();
        };
    }

    private static String refused(
            Diary.Entry entry, @org.jspecify.annotations.Nullable Scheme scheme) {
        if (scheme == null) {
            return "";
        }
        return scheme.services().stream()
                .filter(s -> s.name().equals(entry.what()) && s.effect() != Effect.PRIORITY)
                .findFirst()
                .map(s -> s.title() + ": " + entry.outcome())
                .orElse("");
    }

    private static double score(Optional<Scheme> scheme, int steps) {
        return scheme.map(s -> Offer.micro(s.scale(), steps) / (double) Micro.ONE)
                .orElse(Double.NaN);
    }
}
