package glasshouse.lab.compact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where the limits of a scheme keep what is used up of them: fields of a few bits that share words
/// of two bytes a person, the widest placed first, each in the first word that has room.
final class CapWords {
    private static final int WORD_BITS = 16;

    private CapWords() {}

    /// Places limits that are kept between steps; returns the words, one array for each.
    static List<short[]> place(List<Cap> caps, int people) {
        List<Cap> widestFirst = new ArrayList<>(caps);
        widestFirst.sort(Comparator.comparingInt(Cap::bits).reversed());
        var words = new ArrayList<short[]>();
        var taken = new ArrayList<Integer>();
        for (Cap cap : widestFirst) {
            int word = 0;
            while (word < words.size() && taken.get(word) + cap.bits() > WORD_BITS) {
                word++;
            }
            if (word == words.size()) {
                words.add(new short[people]);
                taken.add(0);
            }
            cap.place(words.get(word), taken.get(word));
            taken.set(word, taken.get(word) + cap.bits());
        }
        return words;
    }
}
