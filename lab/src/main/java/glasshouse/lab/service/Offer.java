package glasshouse.lab.service;

import glasshouse.scheme.Band;
import glasshouse.scheme.Curve;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Outcome;
import glasshouse.scheme.Rule;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.Service;
import glasshouse.service.Check;
import glasshouse.service.Standing;
import java.util.List;

/// One service as a table: what each published score, with each set of lists, comes to. Filled once
/// by the scheme's own rules, so that a decision costs one look-up.
///
/// A score is its number of published steps above the floor; lists are bits in the order of the
/// scheme. Rules on a partial score see it as 0.
public final class Offer {
    private final Service service;
    private final Need need;
    private final int scores;
    private final byte[] outcomes;
    private final float[] prices;

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    Offer(Scheme scheme, Service service, Need need, boolean off, boolean atUsualPrice) {
        this.service = service;
        this.need = need;
        Scale scale = scheme.scale();
        scores = scores(scale);
        int sets = 1 << scheme.lists().size();
        outcomes = new byte[scores * sets];
        prices = new float[scores * sets];
        List<Check> checks =
                service.rules().stream().map(rule -> Check.of(scheme, rule.when())).toList();
        var standing = new Standing();
        standing.partials = new long[scheme.characteristics().size()];
        for (int lists = 0; lists < sets; lists++) {
            for (int score = 0; score < scores; score++) {
                standing.lists = lists;
                standing.scoreMicro = micro(scale, score);
                standing.band = band(scheme, standing.scoreMicro);
                Rule rule = decisive(service.rules(), checks, standing);
                Curve price = rule.price();
                int cell = lists * scores + score;
                outcomes[cell] = (byte) OUTCOMES.indexOf(off ? Outcome.GRANTED : rule.outcome());
                prices[cell] =
                        price == null || atUsualPrice
                                ? (float) need.usual()
                                : price.at(standing.scoreMicro) / (float) Micro.ONE;
            }
        }
    }

    /// How many different scores a scale publishes.
    public static int scores(Scale scale) {
        return (int) ((scale.ceilingMicro() - scale.floorMicro()) / scale.precisionMicro()) + 1;
    }

    /// The published score of a number of steps.
    public static long micro(Scale scale, int score) {
        return Math.min(scale.ceilingMicro(), scale.floorMicro() + score * scale.precisionMicro());
    }

    /// The index of a score's band.
    public static int band(Scheme scheme, long micro) {
        int found = 0;
        List<Band> bands = scheme.bands();
        while (found + 1 < bands.size() && micro >= bands.get(found + 1).fromMicro()) {
            found++;
        }
        return found;
    }

    private static Rule decisive(List<Rule> rules, List<Check> checks, Standing standing) {
        for (int i = 0; i < rules.size(); i++) {
            if (checks.get(i).holds(standing)) {
                return rules.get(i);
            }
        }
        return rules.getLast();
    }

    /// The rule that decides for somebody with a score and lists.
    public static Rule rule(Scheme scheme, Service service, int score, int lists) {
        var standing = new Standing();
        standing.partials = new long[scheme.characteristics().size()];
        standing.lists = lists;
        standing.scoreMicro = micro(scheme.scale(), score);
        standing.band = band(scheme, standing.scoreMicro);
        List<Check> checks =
                service.rules().stream().map(rule -> Check.of(scheme, rule.when())).toList();
        return decisive(service.rules(), checks, standing);
    }

    public Service service() {
        return service;
    }

    public Need need() {
        return need;
    }

    public Outcome outcome(int score, int lists) {
        return OUTCOMES.get(code(score, lists));
    }

    /// The outcome's place in the enum.
    public int code(int score, int lists) {
        return outcomes[lists * scores + score];
    }

    /// An outcome's place in the enum.
    public static int code(Outcome outcome) {
        return OUTCOMES.indexOf(outcome);
    }

    /// The price, in the service's unit.
    public float price(int score, int lists) {
        return prices[lists * scores + score];
    }

    /// How far each price lies above the usual one, by set of lists and, within, by score.
    float[] beyondUsual() {
        var beyond = new float[prices.length];
        for (int cell = 0; cell < beyond.length; cell++) {
            beyond[cell] = prices[cell] - (float) need.usual();
        }
        return beyond;
    }

    /// How many different scores are published.
    int scores() {
        return scores;
    }
}
