package glasshouse.score;

import glasshouse.scheme.Band;
import java.util.List;

/// What a person's account comes to on a day.
///
/// `scoreMicro` is as published: held within the scale and in its steps. `rawMicro` is the initial
/// score plus all partial scores before that. `partialsMicro` follows the scheme's characteristics.
public record Score(long scoreMicro, long rawMicro, Band band, List<Long> partialsMicro) {
    public Score {
        partialsMicro = List.copyOf(partialsMicro);
    }
}
