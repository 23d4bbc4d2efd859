package glasshouse.stream.person;

import static glasshouse.stream.form.Primitives.readCount;
import static glasshouse.stream.form.Primitives.readNumber;
import static glasshouse.stream.form.Primitives.readText;
import static glasshouse.stream.form.Primitives.writeCount;
import static glasshouse.stream.form.Primitives.writeNumber;
import static glasshouse.stream.form.Primitives.writeText;

import glasshouse.stream.form.Form;
import glasshouse.stream.person.Result.BandChange;
import glasshouse.stream.person.Result.Gone;
import glasshouse.stream.person.Result.ListMove;
import glasshouse.stream.person.Result.Move;
import glasshouse.stream.person.Result.Published;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;

/// A result between two operators: a byte for its kind, the person, and what else it holds.
public final class ResultForm implements Form<Result> {
    private static final long serialVersionUID = 1L;
    private static final int PUBLISHED = 0;
    private static final int GONE = 1;
    private static final int BAND_CHANGE = 2;
    private static final int LIST_MOVE = 3;

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<Result> type() {
        return Result.class;
    }

    @Override
    public void write(Result result, DataOutput out) throws IOException {
        out.writeByte(
                switch (result) {
                    case Published _ -> PUBLISHED;
                    case Gone _ -> GONE;
                    case BandChange _ -> BAND_CHANGE;
                    case ListMove _ -> LIST_MOVE;
                });
        writeText(out, result.person());
        switch (result) {
            case Published published -> {
                writeDay(out, published.day());
                writeNumber(out, published.scoreMicro());
                writeText(out, published.band());
                writeCount(out, published.partialsMicro().size());
                for (long partial : published.partialsMicro()) {
                    writeNumber(out, partial);
                }
                writeText(out, published.scheme());
                writeText(out, published.version());
            }
            case Gone _ -> {}
            case BandChange change -> {
                writeDay(out, change.day());
                writeText(out, change.from());
                writeText(out, change.to());
            }
            case ListMove move -> {
                writeDay(out, move.day());
                writeText(out, move.list());
                writeText(out, move.move().name());
            }
        }
    }

    @Override
    public Result read(DataInput in, int version) throws IOException {
        int kind = in.readByte();
        String person = readText(in);
        return switch (kind) {
            case PUBLISHED -> published(person, in);
            case GONE -> new Gone(person);
            case BAND_CHANGE -> new BandChange(person, readDay(in), readText(in), readText(in));
            case LIST_MOVE ->
                    new ListMove(person, readDay(in), readText(in), Move.valueOf(readText(in)));
            default -> throw new IOException("a result of an unknown kind");
        };
    }

    private static Published published(String person, DataInput in) throws IOException {
        LocalDate day = readDay(in);
        long score = readNumber(in);
        String band = readText(in);
        var partials = new ArrayList<Long>();
        for (long i = readCount(in); i > 0; i--) {
            partials.add(readNumber(in));
        }
        return new Published(person, day, score, band, partials, readText(in), readText(in));
    }

    private static void writeDay(DataOutput out, LocalDate day) throws IOException {
        writeNumber(out, day.toEpochDay());
    }

    private static LocalDate readDay(DataInput in) throws IOException {
        return LocalDate.ofEpochDay(readNumber(in));
    }
}
