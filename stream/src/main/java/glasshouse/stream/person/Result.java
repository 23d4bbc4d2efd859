package glasshouse.stream.person;

import java.time.LocalDate;
import java.util.List;

/// What the stream says of a person.
public sealed interface Result {
    String person();

    /// The score as of a day of the scheme's time zone, with its parts in the scheme's order; it
    /// takes the place of what was published of this person before.
    record Published(
            String person,
            LocalDate day,
            long scoreMicro,
            String band,
            List<Long> partialsMicro,
            String scheme,
            String version)
            implements Result {
        public Published {
            partialsMicro = List.copyOf(partialsMicro);
        }
    }

    /// Nothing counts any more that was reported of this person: what was published is void.
    record Gone(String person) implements Result {}

    /// The score went from one band to another.
    record BandChange(String person, LocalDate day, String from, String to) implements Result {}

    /// A step onto a list, or off it, at the close of a day.
    record ListMove(String person, LocalDate day, String list, Move move) implements Result {}

    /// The steps of a person and a list.
    enum Move {
        /// Notice is given.
        NOTICED,
        /// The condition ceased before the notice ran out.
        SPARED,
        ENTERED,
        LEFT
    }
}
