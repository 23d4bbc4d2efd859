package glasshouse.lab.study;

/// A forum that is run step by step, as the model is written.
record PlainForum(Forum forum) {
    Forum.Rest run(int bots, double influence, int most) {
        int people = forum.people();
        double[] voices = forum.voices(bots, 1, influence);
        double[] inner = new double[people];
        for (int i = 0; i < people; i++) {
            inner[i] = forum.confidence(i);
        }
        int lastChange = 0;
        for (int step = 1; step <= most; step++) {
            double[] next = inner.clone();
            for (int i = 0; i < people; i++) {
                next[i] += climate(i, inner, voices[i]);
            }
            for (int i = 0; i < people; i++) {
                lastChange = speaks(i, next) != speaks(i, inner) ? step : lastChange;
            }
            inner = next;
        }
        int speakFor = 0;
        int speakAgainst = 0;
        int holdFor = 0;
        boolean moves = false;
        for (int i = 0; i < people; i++) {
            boolean agrees = forum.opinion(i) > 0;
            speakFor += speaks(i, inner) && agrees ? 1 : 0;
            speakAgainst += speaks(i, inner) && !agrees ? 1 : 0;
            holdFor += agrees ? 1 : 0;
            double climate = climate(i, inner, voices[i]);
            moves |= speaks(i, inner) ? climate < 0 : climate > 0;
        }
        return new Forum.Rest(speakFor, speakAgainst, holdFor, moves ? most : lastChange);
    }

    private boolean speaks(int person, double[] inner) {
        return inner[person] > forum.threshold(person);
    }

    private double climate(int person, double[] inner, double voices) {
        double support = forum.opinion(person) > 0 ? voices : 0;
        double opposition = forum.opinion(person) > 0 ? 0 : voices;
        for (int other : forum.around(person)) {
            if (speaks(other, inner)) {
                boolean agrees = forum.opinion(other) == forum.opinion(person);
                support += agrees ? 1 : 0;
                opposition += agrees ? 0 : 1;
            }
        }
        double all = support + opposition;
        return all == 0 ? 0 : (support - opposition) / all;
    }
}
