package glasshouse.lab.study;

import glasshouse.lab.luck.Luck;
import glasshouse.lab.luck.Purpose;
import java.util.Arrays;

/// People in a network who each hold one of two opinions and say it or keep silent, and bots among
/// them who always say theirs.
///
/// A person's inner confidence ĉ starts between 0 and 1 and shows as c = 2 / (1 + exp(-ĉ)) - 1; who
/// has c above a threshold of their own, between 0 and 1, speaks. In a step everybody looks at
/// those neighbours who speak: δ = (for - against) / (for + against), 0 where nobody does; then ĉ
/// grows by α δ. Nobody changes their opinion; the network falls silent on one side or the other.
///
/// The network grows by preferential attachment: newcomers tie themselves to `connections` of those
/// before them, by their number of ties (Barabási and Albert 1999). Bots come last and tie
/// themselves to as many people, by weight ties^exponent.
///
/// Ross, Pilz, Cabrera, Brachten, Neubaum, Stieglitz: Are social bots a real threat?, European
/// Journal of Information Systems 28(4), 2019, and the code published with it. Here bots are never
/// silenced, and every draw is keyed by the seed, so that forums with more or fewer bots hold the
/// same people.
final class Forum {
    private static final int TIES = 1;
    private static final int OPINIONS = 2;
    private static final int THRESHOLDS = 3;
    private static final int CONFIDENCES = 4;
    private static final int BOTS = 5;

    private final long seed;
    private final int people;
    private final int connections;
    private final int[] starts;
    private final int[] neighbours;

    /// +1 for the bots' opinion, -1 for the other.
    private final int[] opinion;

    /// The inner confidence above which a person speaks: c is above its threshold where ĉ is above
    /// ln((1 + threshold) / (1 - threshold)).
    private final double[] threshold;

    Forum(int people, int connections, long seed) {
        this.seed = seed;
        this.people = people;
        this.connections = connections;
        int[] ends = ends();
        starts = new int[people + 1];
        for (int end : ends) {
            starts[end + 1]++;
        }
        for (int i = 0; i < people; i++) {
            starts[i + 1] += starts[i];
        }
        neighbours = new int[ends.length];
        int[] next = Arrays.copyOf(starts, people);
        for (int i = 0; i < ends.length; i += 2) {
            neighbours[next[ends[i]]++] = ends[i + 1];
            neighbours[next[ends[i + 1]]++] = ends[i];
        }
        opinion = new int[people];
        threshold = new double[people];
        for (int i = 0; i < people; i++) {
            opinion[i] = uniform(OPINIONS, i) < 0.5 ? 1 : -1;
            double shown = uniform(THRESHOLDS, i);
            threshold[i] = StrictMath.log((1 + shown) / (1 - shown));
        }
    }

    /// Both ends of every tie, one pair after the other; who draws an end at random draws a person
    /// by their number of ties.
    private int[] ends() {
        int[] ends = new int[2 * connections * (people - connections)];
        int count = 0;
        for (int i = 0; i < connections; i++) {
            ends[count++] = connections;
            ends[count++] = i;
        }
        int draw = 0;
        int[] chosen = new int[connections];
        for (int person = connections + 1; person < people; person++) {
            int drawn = count;
            for (int i = 0; i < connections; i++) {
                do {
                    chosen[i] = ends[(int) (uniform(TIES, draw++) * drawn)];
                } while (contains(chosen, i));
            }
            for (int other : chosen) {
                ends[count++] = person;
                ends[count++] = other;
            }
        }
        return ends;
    }

    /// Whether the last of the first values occurs before it.
    private static boolean contains(int[] values, int last) {
        for (int i = 0; i < last; i++) {
            if (values[i] == values[last]) {
                return true;
            }
        }
        return false;
    }

    private double uniform(int what, long number) {
        return Luck.fine(Luck.at(Luck.stream(seed, 0, Purpose.STUDY, what), number));
    }

    int people() {
        return people;
    }

    int opinion(int person) {
        return opinion[person];
    }

    double threshold(int person) {
        return threshold[person];
    }

    /// The inner confidence that a person starts with.
    double confidence(int person) {
        return uniform(CONFIDENCES, person);
    }

    int[] around(int person) {
        return Arrays.copyOfRange(neighbours, starts[person], starts[person + 1]);
    }

    private int ties(int person) {
        return starts[person + 1] - starts[person];
    }

    /// The opinion of the person with the most ties, the earliest of them: +1 is the bots' one.
    int mostCentralOpinion() {
        int most = 0;
        for (int i = 1; i < people; i++) {
            if (ties(i) > ties(most)) {
                most = i;
            }
        }
        return opinion[most];
    }

    /// How it ends: people who speak for the bots' opinion, people who speak against it, people who
    /// hold it, and the steps until everybody was at rest.
    record Rest(int speakFor, int speakAgainst, int holdFor, int steps) {}

    /// Lets so many bots in and runs until everybody is at rest, or for `most` steps.
    Rest run(int bots, double exponent, double influence, int most) {
        double[] inner = new double[people];
        for (int i = 0; i < people; i++) {
            inner[i] = confidence(i);
        }
        var talk = new Talk(voices(bots, exponent, influence), inner);
        int steps = 0;
        int next = talk.stepsToNextChange();
        while (next < Talk.NEVER && steps < most) {
            int taken = Math.min(next, most - steps);
            talk.go(taken);
            steps += taken;
            next = talk.stepsToNextChange();
        }
        return rest(talk.speaks, steps);
    }

    private Rest rest(boolean[] speaks, int steps) {
        int speakFor = 0;
        int speakAgainst = 0;
        int holdFor = 0;
        for (int i = 0; i < people; i++) {
            speakFor += speaks[i] && opinion[i] > 0 ? 1 : 0;
            speakAgainst += speaks[i] && opinion[i] < 0 ? 1 : 0;
            holdFor += opinion[i] > 0 ? 1 : 0;
        }
        return new Rest(speakFor, speakAgainst, holdFor, steps);
    }

    /// One run. As long as the same people speak, everybody's climate stays, and confidence grows
    /// by the same amount in each step; so the run goes at once to the step in which the next
    /// person begins or ceases to speak. Where there is none, all are at rest for good.
    private final class Talk {
        static final int NEVER = Integer.MAX_VALUE;

        final boolean[] speaks = new boolean[people];
        private final double[] inner;

        /// What is said around each person: for the bots' opinion less against it, and in all.
        private final double[] balance;

        private final double[] heard;

        Talk(double[] voices, double[] inner) {
            this.inner = inner;
            balance = voices.clone();
            heard = voices.clone();
            turn();
        }

        private double climate(int person) {
            return heard[person] == 0 ? 0 : opinion[person] * balance[person] / heard[person];
        }

        int stepsToNextChange() {
            double soonest = NEVER;
            for (int i = 0; i < people; i++) {
                double climate = climate(i);
                double way = (threshold[i] - inner[i]) / climate;
                if (speaks[i] && climate < 0) {
                    soonest = Math.min(soonest, Math.max(1, Math.ceil(way)));
                } else if (!speaks[i] && climate > 0) {
                    soonest = Math.min(soonest, Math.floor(way) + 1);
                }
            }
            return (int) soonest;
        }

        void go(int steps) {
            for (int i = 0; i < people; i++) {
                inner[i] += steps * climate(i);
            }
            turn();
        }

        /// Lets those speak who are confident enough, and their neighbours hear it.
        private void turn() {
            for (int i = 0; i < people; i++) {
                boolean speaksNow = inner[i] > threshold[i];
                if (speaksNow != speaks[i]) {
                    speaks[i] = speaksNow;
                    int change = speaksNow ? 1 : -1;
                    for (int j = starts[i]; j < starts[i + 1]; j++) {
                        balance[neighbours[j]] += change * opinion[i];
                        heard[neighbours[j]] += change;
                    }
                }
            }
        }
    }

    /// How strongly bots speak to each person.
    double[] voices(int bots, double exponent, double influence) {
        double[] voices = new double[people];
        double[] reached = new double[people];
        double sum = 0;
        for (int i = 0; i < people; i++) {
            sum += StrictMath.pow(ties(i), exponent);
            reached[i] = sum;
        }
        int draw = 0;
        int[] chosen = new int[connections];
        for (int bot = 0; bot < bots; bot++) {
            for (int i = 0; i < connections; i++) {
                do {
                    double point = uniform(BOTS, draw++) * sum;
                    int at = Arrays.binarySearch(reached, point);
                    chosen[i] = at < 0 ? Math.min(people - 1, -at - 1) : at;
                } while (contains(chosen, i));
            }
            for (int person : chosen) {
                voices[person] += influence;
            }
        }
        return voices;
    }
}
