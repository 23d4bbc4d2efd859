package glasshouse.cli;

import glasshouse.lab.service.Offer;
import glasshouse.lab.society.Diary;
import glasshouse.lab.study.Arm;
import glasshouse.lab.study.SocietyStudy;
import glasshouse.scheme.Band;
import glasshouse.scheme.Effect;
import glasshouse.scheme.Micro;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Lives for the terminal: the steps on which something happened that is not everyday.
record LifeText(Terminal terminal) {
    private static final Set<String> EVERYDAY =
            Set.of(
                    "rides",
                    "bought-locally",
                    "bought-loyally",
                    "bought-imports",
                    "liked",
                    "utility-paid",
                    "rent-paid",
                    "loan-paid",
                    "mortgage-paid",
                    "card-paid",
                    "card-revolved",
                    "balance",
                    "utilisation",
                    "praised",
                    "shared-reliable-news");

    String text(SocietyStudy.Plan plan, List<Diary> lives) {
        var text = new StringBuilder();
        Diary first = lives.getFirst();
        text.append(terminal.bold("Person " + first.person()))
                .append(", of the group ")
                .append(Terminal.safe(group(plan, first)))
                .append(". The same person with the same luck, in each world.\n");
        for (int i = 0; i < lives.size(); i++) {
            life(text, plan.arms().get(i), lives.get(i));
        }
        return text.toString();
    }

    static String group(SocietyStudy.Plan plan, Diary diary) {
        return plan.arms().getFirst().population().groups().get(diary.group()).title();
    }

    private void life(StringBuilder text, Arm arm, Diary diary) {
        text.append('\n').append(terminal.bold(Terminal.safe(arm.name()))).append('\n');
        int told = 0;
        int before = -1;
        for (int i = 0; i < diary.days().size(); i++) {
            Diary.Day day = diary.days().get(i);
            List<Diary.Entry> news =
                    day.entries().stream().filter(entry -> isNews(arm, entry)).toList();
            boolean moved = before >= 0 && Math.abs(day.score() - before) >= 10;
            if (!news.isEmpty() || moved || i == diary.days().size() - 1) {
                line(text, arm, day, news);
                told++;
            }
            before = day.score();
        }
        text.append("  ").append(told).append(" of ").append(diary.days().size());
        text.append(" steps; the others were everyday.\n");
    }

    private void line(StringBuilder text, Arm arm, Diary.Day day, List<Diary.Entry> news) {
        String score = day.score() < 0 ? "not scored" : number(score(arm, day.score()));
        String coloured = day.score() < 0 ? score : terminal.coloured(score, colour(arm, day));
        text.append(
                "  %s  %s%s  %6d euros  %2d contacts  %s%n"
                        .formatted(
                                day.date(),
                                " ".repeat(Math.max(0, 10 - score.length())),
                                coloured,
                                day.savingsEuros(),
                                day.ties(),
                                news.stream()
                                        .map(LifeText::told)
                                        .collect(Collectors.joining("; "))));
    }

    private static String colour(Arm arm, Diary.Day day) {
        return arm.scheme()
                .map(s -> s.band(Offer.micro(s.scale(), day.score())))
                .map(Band::colour)
                .orElse("");
    }

    /// A seat that was not had is no news; a door that stays shut is.
    private static boolean isNews(Arm arm, Diary.Entry entry) {
        return switch (entry.kind()) {
            case DEED -> !EVERYDAY.contains(entry.what());
            case DECISION -> !entry.outcome().equals("granted") && matters(arm, entry.what());
            case CHANGE -> true;
        };
    }

    private static boolean matters(Arm arm, String service) {
        return arm.scheme().stream()
                .flatMap(scheme -> scheme.services().stream())
                .anyMatch(each -> each.name().equals(service) && each.effect() != Effect.PRIORITY);
    }

    private static String told(Diary.Entry entry) {
        return switch (entry.kind()) {
            case DEED ->
                    entry.amount() > 1 ? entry.what() + " (" + entry.amount() + ")" : entry.what();
            case DECISION -> entry.what() + ": " + entry.outcome();
            case CHANGE -> entry.what();
        };
    }

    /// The published score of a number of steps above the floor.
    static double score(Arm arm, int steps) {
        return arm.scheme()
                .map(s -> Offer.micro(s.scale(), steps) / (double) Micro.ONE)
                .orElse(Double.NaN);
    }

    static String word(Diary.Entry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
