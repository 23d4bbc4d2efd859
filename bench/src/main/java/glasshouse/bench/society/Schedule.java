package glasshouse.bench.society;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// A discrete-event scheduler as toolkits for agent-based models have it: whatever is scheduled for
/// a time and an ordering is stepped there, and again a time later. Those of one time and ordering
/// are stepped in the order in which they were scheduled, or shuffled anew each time, as MASON and
/// Mesa do unless told otherwise.
final class Schedule {
    private final TreeMap<Moment, List<Steppable>> agenda = new TreeMap<>();
    private final RandomGenerator random;
    private boolean shuffles;
    private int time;

    /// Whatever acts when its time has come.
    interface Steppable {
        void step();
    }

    private record Moment(int time, int ordering) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            int byTime = Integer.compare(time, other.time);
            return byTime != 0 ? byTime : Integer.compare(ordering, other.ordering);
        }
    }

    Schedule(RandomGenerator random) {
        this.random = random;
    }

    void shuffles(boolean now) {
        shuffles = now;
    }

    /// Steps an agent now and at every later time; lower orderings come first.
    void repeat(Steppable agent, int ordering) {
        agenda.computeIfAbsent(new Moment(time, ordering), _ -> new ArrayList<>()).add(agent);
    }

    /// Lets everything happen that is due now.
    void step() {
        while (!agenda.isEmpty() && agenda.firstKey().time() == time) {
            var due = agenda.pollFirstEntry();
            List<Steppable> agents = due.getValue();
            if (shuffles) {
                shuffle(agents);
            }
            for (Steppable agent : agents) {
                agent.step();
            }
            agenda.put(new Moment(time + 1, due.getKey().ordering()), agents);
        }
        time++;
    }

    private void shuffle(List<Steppable> agents) {
        for (int left = agents.size(); left > 1; left--) {
            int other = random.nextInt(left);
            Steppable last = agents.get(left - 1);
            agents.set(left - 1, agents.get(other));
            agents.set(other, last);
        }
    }
}
