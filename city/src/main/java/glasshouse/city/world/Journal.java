package glasshouse.city.world;

import glasshouse.lab.scene.Scene;
import glasshouse.lab.scene.Step;
import glasshouse.lab.service.Offer;
import glasshouse.lab.society.Society;
import glasshouse.lab.society.Witness;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;

/// Writes down what befalls people, the little of it that all should hear: each day one thing of a
/// kind, the worst. Kept are the last [#KEPT].
///
/// The society's one thread writes within a step; the city's reads between steps.
final class Journal implements Witness {
    static final int KEPT = 60;

    /// A fall of this share of the scale in one day is told.
    private static final double FALL = 0.06;

    private final Society society;
    private final Scheme scheme;
    private final Causes causes;
    private final byte[] lists;

    /// What the scene in view will be published with, and its first person.
    private int[] next = {};

    private int first;
    private final int fall;
    private final List<News> today = new ArrayList<>();
    private final Deque<News> told = new ArrayDeque<>();
    private LocalDate date = LocalDate.EPOCH;
    private long numbers;

    Journal(Society society, Scheme scheme) {
        this.society = society;
        this.scheme = scheme;
        causes = new Causes(scheme);
        lists = new byte[society.people().count()];
        fall = (int) Math.ceil(Offer.scores(scheme.scale()) * FALL);
    }

    @Override
    public void see(Scene scene, Step step, int[] nextScores) {
        date = step.date();
        next = nextScores;
        first = scene.first();
        var people = society.people();
        for (int i = 0; i < scene.count(); i++) {
            int person = scene.first() + i;
            int change = nextScores[i] - people.score(person);
            int moved = lists[person] ^ people.lists(person);
            if (moved != 0) {
                listed(scene, i, moved, change);
                lists[person] = people.lists(person);
            } else if (change <= -fall) {
                note(scene, i, News.Kind.FELL, change, "");
            }
        }
    }

    private void listed(Scene scene, int place, int moved, int change) {
        int now = society.people().lists(scene.first() + place);
        List<Listing> all = scheme.lists();
        for (int list = 0; list < all.size(); list++) {
            if ((moved >> list & 1) != 0) {
                boolean entered = (now >> list & 1) != 0;
                boolean black = all.get(list).kind() == Listing.Kind.BLACKLIST;
                if (entered || black) {
                    News.Kind kind =
                            black
                                    ? entered ? News.Kind.BLACKLISTED : News.Kind.FREED
                                    : News.Kind.REDLISTED;
                    note(scene, place, kind, change, all.get(list).title());
                }
            }
        }
    }

    private void note(Scene scene, int place, News.Kind kind, int change, String about) {
        int person = scene.first() + place;
        String cause = change < 0 ? causes.of(scene, place) : "";
        today.add(news(person, kind, change, about, cause));
    }

    @Override
    public void decided(int person, int offer, Outcome outcome) {
        Service service = society.offers().all().get(offer).service();
        if (outcome == Outcome.REFUSED && service.significant()) {
            today.add(news(person, News.Kind.REFUSED, 0, service.title(), ""));
        }
    }

    private News news(int person, News.Kind kind, int change, String about, String cause) {
        int steps = next[person - first];
        long step = scheme.scale().precisionMicro();
        int score = points(Offer.micro(scheme.scale(), steps));
        return new News(0, date, person, kind, score, points(change * step), about, cause);
    }

    private static int points(long micro) {
        return (int) Math.round(micro / (double) Micro.ONE);
    }

    /// Tells of the day that has just ended.
    void close() {
        today.sort(
                Comparator.comparing(News::kind)
                        .thenComparingInt(News::change)
                        .thenComparingInt(News::person));
        var kinds = EnumSet.noneOf(News.Kind.class);
        for (News each : today) {
            if (!kinds.add(each.kind())) {
                continue;
            }
            numbers++;
            told.addLast(
                    new News(
                            numbers,
                            each.date(),
                            each.person(),
                            each.kind(),
                            each.score(),
                            each.change(),
                            each.about(),
                            each.cause()));
        }
        today.clear();
        while (told.size() > KEPT) {
            told.removeFirst();
        }
    }

    /// The oldest first.
    List<News> told() {
        return List.copyOf(told);
    }
}
